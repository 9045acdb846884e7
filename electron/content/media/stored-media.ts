import * as v from 'valibot';

const points = v.pipe(v.number(), v.finite());
const picture = { address: v.string(), width: points, height: points };

/** Media as they are kept in a file over a restart. */
export const storedMedia = v.variant('kind', [
  v.strictObject({ kind: v.literal('picture'), ...picture }),
  v.strictObject({ kind: v.literal('video'), ...picture, durationMs: points }),
  v.strictObject({ kind: v.literal('document'), pages: v.array(v.strictObject(picture)) }),
]);
