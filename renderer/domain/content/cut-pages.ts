/** What has to be known of the units that pages are made of: sentences, items, rows, cards. */
export interface Units<U> {
  /** Whether they are good as one page; what fits must fit with less, too. It is asked a few times a page. */
  readonly fits: (units: readonly U[]) => boolean;
  /** The unit taken apart; null when nothing more parts it. */
  readonly finer: (unit: U) => readonly U[] | null;
  /** A heading, say: it belongs to what comes behind it. */
  readonly leads: (unit: U) => boolean;
}

/**
 * Units in pages, each as full as it may be; all of them are kept, in their order. One that fits no page by itself is taken apart; what
 * can't be parted and fits nowhere has a page to itself. No page ends with what leads to the next.
 */
export function cutPages<U>(units: readonly U[], { fits, finer, leads }: Units<U>): readonly (readonly U[])[] {
  const pages: (readonly U[])[] = [];
  let left = units;
  while (left.length > 0) {
    const count = most(left, fits);
    const [first] = left;
    const parts = count === 0 && first !== undefined ? finer(first) : null;
    if (parts !== null) {
      left = [...parts, ...left.slice(1)];
      continue;
    }
    const taken = Math.max(withoutLastLeads(left, count, leads), 1);
    pages.push(left.slice(0, taken));
    left = left.slice(taken);
  }
  return pages;
}

/**
 * The same units in as many pages, none much fuller than the others: no last page with a word or two. `lengthOf` is a unit's length,
 * `allFit` measures. When no even division fits, the pages stay as they are.
 */
export function evenPages<U>(
  pages: readonly (readonly U[])[],
  lengthOf: (unit: U) => number,
  leads: (unit: U) => boolean,
  allFit: (pages: readonly (readonly U[])[]) => boolean,
): readonly (readonly U[])[] {
  const units = pages.flat();
  const length = (some: readonly U[]) => some.reduce((sum, unit) => sum + lengthOf(unit), 0);
  const within = (limit: number) => cutPages(units, { fits: (some) => length(some) <= limit, finer: () => null, leads });
  const fullest = Math.max(...pages.map(length));
  let least = Math.ceil(length(units) / pages.length);
  let enough = fullest;
  while (least < enough) {
    const middle = Math.floor((least + enough) / 2);
    if (within(middle).length <= pages.length) enough = middle;
    else least = middle + 1;
  }
  // A page with large letters or long items may be full before its letters are many.
  for (const share of [0, 1 / 3, 2 / 3]) {
    const even = within(Math.round(enough + (fullest - enough) * share));
    if (even.length === pages.length && allFit(even)) return even;
  }
  return pages;
}

/** How many of the first units fit on one page. */
function most<U>(units: readonly U[], fits: (units: readonly U[]) => boolean): number {
  let least = 0;
  let top = units.length;
  while (least < top) {
    const middle = Math.ceil((least + top) / 2);
    if (fits(units.slice(0, middle))) least = middle;
    else top = middle - 1;
  }
  return least;
}

/** So many units without those at their end that lead to the next page; all of them at the end of the text. */
function withoutLastLeads<U>(units: readonly U[], count: number, leads: (unit: U) => boolean): number {
  if (count >= units.length) return count;
  const text = units.slice(0, count).map(leads).lastIndexOf(false);
  return text < 0 ? count : text + 1;
}
