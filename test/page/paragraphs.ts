import type { Page } from 'playwright/test';

/** A paragraph as its lines stand on the screen. */
export type Paragraph = readonly string[];

/** The lines of every paragraph that a visitor sees. A line ends where the next letter stands farther left. */
export function paragraphsOnScreen(page: Page): Promise<readonly Paragraph[]> {
  return page.evaluate(() => {
    const paragraphOf = (node: Text): Element => {
      let element = node.parentElement as Element;
      const isInline = () => /^(inline|inline-block|contents|ruby)/.test(getComputedStyle(element).display);
      for (;;) {
        const root = element.getRootNode();
        if (!isInline()) return element;
        const parent: Element | null = element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
        if (parent === null) return element;
        element = parent;
      }
    };
    window.linesOnScreen();
    const paragraphs = new Map<Element, { lines: string[]; left: number }>();
    for (const node of window.textNodes) {
      if (node.parentElement?.localName === 'rt') continue;
      const element = paragraphOf(node);
      const paragraph = paragraphs.get(element) ?? { lines: [''], left: Number.NEGATIVE_INFINITY };
      paragraphs.set(element, paragraph);
      for (let at = 0; at < node.data.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, width } = range.getBoundingClientRect();
        if (width === 0 || node.data[at]?.trim() === '') continue;
        if (left < paragraph.left - width / 2) paragraph.lines.push('');
        paragraph.left = left;
        paragraph.lines.push(`${paragraph.lines.pop() ?? ''}${node.data[at]}`);
      }
    }
    return [...paragraphs.values()].map(({ lines }) => lines);
  });
}

/** JIS X 4051: what never begins a line, and what never ends one. */
const NEVER_FIRST = /^[、。，．・：；？！）」』】〕〉》〜ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％℃,.)\]]/;
const NEVER_LAST = /[（「『【〔〈《([]$/;
/** What is read as one: dates, times, spans, telephone numbers, counts with their unit. */
const WHOLE = [
  /令和\d+年\d+月\d+日（.）/g,
  /\d+月\d+日(（.）)?/g,
  /(午前|午後)\d+時(\d+分)?/g,
  /\d+時(間?\d+分)?/g,
  /\d+:\d+/g,
  /\d{2,4}-\d{2,4}-\d{4}/g,
  /あと\d+日/g,
  /[\d,]+[円人分秒番階桁歳日年]/g,
  /\d+分\d+秒/g,
];

/** What is wrong with a paragraph's line breaks, in words. */
export function breakFaults(lines: Paragraph): readonly string[] {
  const text = lines.join('');
  const shown = lines.join('／');
  const faults: string[] = [];
  if (lines.slice(1).some((line) => NEVER_FIRST.test(line))) faults.push(`「${shown}」 begins a line with what must not`);
  if (lines.slice(0, -1).some((line) => NEVER_LAST.test(line))) faults.push(`「${shown}」 ends a line with what must not`);
  const letters = (lines.at(-1) ?? '').replace(/[、。，．・：；？！）」』】〕〉》]/g, '');
  if (lines.length > 1 && [...letters].length < 2) faults.push(`「${shown}」 leaves a lonely letter`);
  let end = 0;
  const breaks = lines.slice(0, -1).map((line) => {
    end += line.length;
    return end;
  });
  for (const pattern of WHOLE) {
    for (const { 0: whole, index } of text.matchAll(pattern)) {
      if (breaks.some((at) => at > index && at < index + whole.length)) faults.push(`「${shown}」 splits ${whole}`);
    }
  }
  return [...new Set(faults)];
}
