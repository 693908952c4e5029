// The view in two sentences, for everyone and for screen readers.
import {digits, timeText, valueAt} from "./scale.js";

export function summary(answer) {
  const [wildType, chosen] = answer.panels[0].lines;
  const end = 24 * answer.days;
  const wanted = answer.doseHours.length > 1 ? end : [24, 6].find(hours => hours < end + 1e-9);
  const at = (line, hours) => {
    const value = valueAt(line, hours);
    return Number.isFinite(value) ? digits(value) : "not known";
  };
  return answer.genotype + "; " + answer.treatment + ". Mood before: " + at(chosen, 0)
    + " (wild type " + at(wildType, 0) + "); " + timeText(wanted) + " after the first dose: " + at(chosen, wanted)
    + " (wild type " + at(wildType, wanted) + ").";
}

/** What to say when a curve stops early; empty when none does. */
export function endings(answer) {
  const said = [];
  if (answer.ending) {
    said.push("The equations have no solution beyond " + timeText(answer.ending.hours) + " for this choice: " + answer.ending.reason);
  }
  if (answer.wildTypeEnding) {
    said.push("The wild type has none beyond " + timeText(answer.wildTypeEnding.hours) + ".");
  }
  return said.join(" ");
}
