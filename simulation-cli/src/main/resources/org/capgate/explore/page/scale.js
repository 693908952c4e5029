// Ranges and ticks of axes.

/** Lowest and highest value of lines, a little widened; never empty. */
export function range(lines) {
  let low = Infinity;
  let high = -Infinity;
  for (const line of lines) {
    for (const value of line.values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (!(high - low > 1e-6 * size)) { // flat but for the rounding of what was sent
    const half = size === 0 ? 0.5 : 0.1 * size;
    low -= half;
    high += half;
  }
  const room = 0.06 * (high - low);
  return [low >= 0 && low < room ? 0 : low - room, high + room];
}

/** Round steps of 1, 2 or 5, at most so many. */
export function valueTicks(low, high, most) {
  const rough = (high - low) / most;
  const power = Math.pow(10, Math.floor(Math.log10(rough)));
  const step = [1, 2, 5, 10].map(factor => factor * power).find(one => one >= rough);
  return ticks(low, high, step);
}

/** Ticks of a time axis in hours or days, whichever reads better. */
export function timeTicks(endHours, most) {
  const isDays = endHours > 72;
  const end = isDays ? endHours / 24 : endHours;
  const steps = isDays ? [0.5, 1, 2, 7, 14] : [0.5, 1, 2, 3, 6, 12, 24];
  const step = steps.find(one => end / one <= most) || steps[steps.length - 1];
  return {unit: isDays ? "d" : "h", perHour: isDays ? 1 / 24 : 1, ticks: ticks(0, end, step)};
}

function ticks(low, high, step) {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const all = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high * (1 + 1e-12); i++) {
    all.push({value: i * step, text: minus((i * step).toFixed(decimals))});
  }
  return all;
}

/** So many digits, without powers of ten unless it is tiny. */
export function digits(value) {
  const size = Math.abs(value);
  if (size < 5e-7) {
    return "0";
  }
  const text = size < 1e-3 ? value.toExponential(1) : size < 1 ? value.toFixed(3) : value.toPrecision(4);
  return minus(text);
}

/** Hours up to three days, then days. */
export function timeText(hours) {
  const isHours = Math.abs(hours) < 72;
  return minus(String(Number((isHours ? hours : hours / 24).toPrecision(3)))) + (isHours ? " h" : " d");
}

/** The value of a line at a time, between the points that were sent; NaN beyond them. */
export function valueAt(line, hours) {
  const x = line.hours;
  if (hours < x[0] || hours > x[x.length - 1] * (1 + 1e-9)) {
    return NaN;
  }
  let low = 0;
  let high = x.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle] <= hours) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const part = high === low ? 0 : (hours - x[low]) / (x[high] - x[low]);
  return line.values[low] + Math.min(1, part) * (line.values[high] - line.values[low]);
}

function minus(text) {
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text.replace("-", "\u2212");
}
