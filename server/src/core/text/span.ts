/** A half-open range of UTF-16 offsets: `start` is in it, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** True when `offset` is inside the span or touches its end, as a cursor does. */
export function touches(range: Span, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
