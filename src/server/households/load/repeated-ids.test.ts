import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RepeatedIds } from './repeated-ids.ts';

test('says of each whether it was there before, as a set would', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { maxLength: 200 }), fc.boolean(), (ids, crowd) => {
      const seen = new Set<bigint>();
      const repeated = new RepeatedIds(ids.length);
      for (const id of ids) {
        const value = crowd ? id & 0xff00_0000_0000_00ffn : id; // many in one slot
        const view = new DataView(new ArrayBuffer(12));
        view.setBigUint64(4, value);
        // An empty slot is 0 in its low half: 0 is kept as 1.
        const kept = (value & 0xffff_ffffn) === 0n ? value | 1n : value;
        expect(repeated.add(view, 4)).toBe(seen.has(kept));
        seen.add(kept);
      }
    }),
  );
});
