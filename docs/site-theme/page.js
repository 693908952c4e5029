// Renders the formulas of a page; one that cannot be is marked, and the check of the site finds it.
for (const formula of document.querySelectorAll("div.math, code.math")) {
  const text = formula.textContent;
  const shown = document.createElement(formula.tagName === "DIV" ? "div" : "span");
  shown.className = "formula";
  shown.tabIndex = formula.tagName === "DIV" ? 0 : -1;
  try {
    katex.render(text, shown, {displayMode: formula.tagName === "DIV", throwOnError: true});
    formula.replaceWith(shown);
  } catch (problem) {
    formula.title = problem.message;
    formula.classList.add("formula-failed");
  }
}

// What scrolls sideways must be within reach of the keyboard. The theme wraps tables when it starts.
window.addEventListener("load", () => {
  for (const box of document.querySelectorAll("pre > code, .md-typeset__scrollwrap")) {
    box.tabIndex = 0;
  }
});
