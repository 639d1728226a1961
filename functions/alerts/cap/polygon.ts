import { crossesItself } from "../../../shared/contract/area.ts";
import type { CapProblemCode } from "../../../shared/alerts/cap/problem-codes.ts";

/** More corners than a village's outline needs; also what keeps the search for crossings short. */
const MOST_POINTS = 500;
type Points = [number, number][];
export interface PolygonVerdict {
  /** The closed ring; absent when it is of no use on a map. */
  readonly points?: Points;
  readonly problem?: CapProblemCode;
}

const number = /^[-+]?\d{1,3}(\.\d{1,20})?$/;
const pointOf = (pair: string): [number, number] | null => {
  const [latitude = "", longitude = "", more] = pair.split(",");
  if (more !== undefined || !number.test(latitude) || !number.test(longitude)) return null;
  // Adding 0 makes -0 into 0.
  const point: [number, number] = [Number(latitude) + 0, Number(longitude) + 0];
  return Math.abs(point[0]) <= 90 && Math.abs(point[1]) <= 180 ? point : null;
};

/**
 * Judges a CAP polygon (`lat,lon lat,lon …`). The corners are counted before any is read, so a million of them cost nothing.
 * An open ring is closed and noted; any other fault leaves the area without its polygon, named by its words and codes alone.
 */
export const judgePolygon = (raw: string): PolygonVerdict => {
  const pairs: string[] = [];
  for (const [pair] of raw.matchAll(/\S+/g)) {
    if (pairs.push(pair) > MOST_POINTS) return { problem: "polygon-too-large" };
  }
  const points: Points = [];
  for (const pair of pairs) {
    const point = pointOf(pair);
    if (!point) return { problem: "polygon-out-of-range" };
    points.push(point);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return { problem: "polygon-too-few" };
  const open = first[0] !== last[0] || first[1] !== last[1];
  if (open) points.push(first);
  if (points.length < 4) return { problem: "polygon-too-few" };
  if (points.length > MOST_POINTS) return { problem: "polygon-too-large" };
  if (crossesItself(points)) return { problem: "polygon-crosses" };
  return open ? { points, problem: "polygon-open" } : { points };
};
