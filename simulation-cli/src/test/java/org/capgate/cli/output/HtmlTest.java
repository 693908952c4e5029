package org.capgate.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void everySignOfMarkupIsEscapedInTextAndAttributes() {
    String page = new Html().element("p", "a <b> & \"c\" 'd'", "title", "<script>\"'&").toString();
    assertEquals(
        "<p title=\"&lt;script&gt;&quot;&#39;&amp;\">a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p>\n",
        page);
  }

  @Test
  void whatXmlCannotHoldBecomesABlank() {
    assertEquals(
        "a b c d 小 \uD83D\uDE00", Html.escaped("a\u0000b\u009Fc\uD800d\uFFFE小 \uD83D\uDE00"));
  }

  @Test
  void longNamesMayBreakWhereTheirWordsEnd() {
    assertEquals(
        "ketamine/<wbr/>targets/<wbr/>gaba-<wbr/>a/<wbr/>hill<wbr/>Slope",
        Html.breakable("ketamine/targets/gaba-a/hillSlope"));
    assertEquals("a&lt;/<wbr/>b", Html.breakable("a</b"));
  }
}
