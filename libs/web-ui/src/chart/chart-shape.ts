/** A value of a chart. null: nobody knows. */
export interface ChartPoint {
  readonly label: string;
  readonly value: number | null;
}

/** Height of the drawing; a point is 1 wide. */
const HIGH = 100;
/** So high is what is not nothing, at least. */
const LEAST = 1.5;

/** The value at the upper edge: 1, 2 or 5 with zeros behind, and never below what is shown. */
export function topOf(points: readonly ChartPoint[]): number {
  const most = Math.max(1, ...points.map(({ value }) => value ?? 0));
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most)!;
}

/** A column for each value, as one path. */
export function columnsOf(points: readonly ChartPoint[]): string {
  const top = topOf(points);
  return points
    .map(({ value }, at) => {
      if (!value) return '';
      const high = Math.max(LEAST, (value / top) * HIGH);
      return `M${at + 0.12} ${HIGH}V${HIGH - high}H${at + 0.88}V${HIGH}Z`;
    })
    .join('');
}

/**
 * A line that steps from value to value, with gaps where there is none; `isFilled`: down to the
 * ground.
 */
export function stepsOf(points: readonly ChartPoint[], isFilled = false): string {
  const top = topOf(points);
  let path = '';
  points.forEach(({ value }, at) => {
    if (value === null) return;
    const y = HIGH - (value / top) * HIGH;
    const begins = at === 0 || points[at - 1]!.value === null;
    const ends = at + 1 === points.length || points[at + 1]!.value === null;
    if (begins) path += isFilled ? `M${at} ${HIGH}V${y}` : `M${at} ${y}`;
    else path += `V${y}`;
    path += `H${at + 1}`;
    if (ends && isFilled) path += `V${HIGH}Z`;
  });
  return path;
}
