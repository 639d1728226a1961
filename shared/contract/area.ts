import * as z from "zod";

/** Whether an area code covers another: administrative codes nest by prefix (county 431228 covers village 431228103205). */
export const covers = (area: string, code: string): boolean => code === area || code.startsWith(area);

const MAX_POINTS = 500;
const Point = z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]);

/**
 * A CAP polygon: closed, at least four points, latitude and longitude within the globe, at most 500 points (the count is judged first,
 * so that a polygon of a million points costs nothing).
 */
export const Polygon = z.array(z.unknown()).max(MAX_POINTS).pipe(z.array(Point).min(4))
  .refine((points) => points[0]?.[0] === points.at(-1)?.[0] && points[0]?.[1] === points.at(-1)?.[1], { error: "polygon-open" })
  .refine((points) => !crossesItself(points), { error: "polygon-crosses" });
export type PolygonPoints = z.infer<typeof Polygon>;

const side = (a: readonly number[], b: readonly number[], c: readonly number[]): number =>
  Math.sign((b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!));

/** Whether two edges of a closed ring cross; neighbours share a point and do not count. */
export const crossesItself = (ring: readonly (readonly number[])[]): boolean => {
  for (let i = 0; i < ring.length - 1; i++) {
    for (let j = i + 2; j < ring.length - 1; j++) {
      if (i === 0 && j === ring.length - 2) continue;
      const [a, b, c, d] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true;
    }
  }
  return false;
};
