import { decodeHTMLStrict } from 'entities';
import { Lexer, type Token, type Tokens } from 'marked';
import type { Block, Inline, ListItem } from './block';
import type { LiveExpression } from './content';
import { pictureName } from './file-names';
import { cut } from './fold';
import { parseInlineText } from './inline-text';
import { trimBreaks } from './inlines-in';
import { SlideTokenizer } from './slide-tokenizer';
import { displayText } from './typography';

/** Deeper than any slide; beyond it the text is refused before a parser that calls itself runs out of stack. */
const DEEPEST = 20;
/** What a line may begin with: signs of quotes and lists, one within the other. */
const NESTING = /^(?:\s*(?:[>*+-]|\d{1,9}[.)]))+/;
/** As far as a line may be indented: 15 tabs, or as many times four spaces. */
const INDENTED = /^(?: {0,3}\t| {4}){15}/;
const TOO_DEEP = '引用や箇条書きの入れ子が深すぎます';
/** Of the signs that open and close one another; the parser's time grows with the square of them. A page of text has a few dozen. */
const MOST_SIGNS = 1_000;
const TOO_MANY_SIGNS = `文字飾りの記号（* _ [ ]）が多すぎます。${MOST_SIGNS}個までにしてください`;

/** What staff are told of a text; its line counts from 1. */
export interface MarkdownProblem {
  /** Counted from 1 within the text. */
  readonly line: number | null;
  readonly message: string;
}

/** A text read as blocks, and what was wrong with it. */
export interface Markdown {
  readonly blocks: readonly Block<LiveExpression>[];
  readonly problems: readonly MarkdownProblem[];
}

/**
 * CommonMark with tables and ruby as a tree that elements draw. Raw HTML is kept as text, and of links only the words remain, so nothing
 * in a slide can lead anywhere. A picture on a line of its own stands between paragraphs; of one within a line the words remain.
 */
export function parseMarkdown(text: string): Markdown {
  const problems: MarkdownProblem[] = [];
  const refused = (message: string): Markdown => ({ blocks: [], problems: [{ line: null, message }] });
  if (isTooDeep(text)) return refused(TOO_DEEP);
  if ((text.match(/[*_[\]]/g)?.length ?? 0) > MOST_SIGNS) return refused(TOO_MANY_SIGNS);
  const tokens = tokensOf(text);
  if (tokens === null) return refused(TOO_DEEP);
  const lineOf = (part: string) => {
    const at = text.indexOf(part);
    return at < 0 ? null : text.slice(0, at).split('\n').length;
  };
  const report = (part: string, message: string) => problems.push({ line: lineOf(part), message });
  return { blocks: tokens.flatMap((token) => blockOf(token, report)), problems };
}

type Reporter = (part: string, message: string) => void;
type Blocks = readonly Block<LiveExpression>[];
type Inlines = readonly Inline<LiveExpression>[];

function isTooDeep(text: string): boolean {
  const signs = (line: string) => NESTING.exec(line)?.[0].match(/[>*+-]|\d+[.)]/g)?.length ?? 0;
  return text.split('\n').some((line) => signs(line) > DEEPEST || INDENTED.test(line)) || /[*_[\]]{60}/.test(text);
}

/** Null when the parser gives up: it calls itself for each nesting, and its stack ends somewhere. */
function tokensOf(text: string): readonly Token[] | null {
  try {
    return new Lexer({ gfm: true, tokenizer: new SlideTokenizer() }).lex(text);
  } catch {
    return null;
  }
}

function blockOf(token: Token, report: Reporter): Blocks {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
    case 'heading':
      return [{ kind: 'heading', level: token.depth, children: inlines(token.tokens, report) }];
    case 'paragraph':
    case 'text':
      return paragraph(token.tokens ?? [token], report);
    case 'list':
      return [
        {
          kind: 'list',
          ordered: token.ordered,
          start: Number(token.start) || 1,
          items: (token as Tokens.List).items.map((item) => listItem(item, report)),
        },
      ];
    case 'blockquote':
      return [{ kind: 'quote', blocks: (token.tokens ?? []).flatMap((child) => blockOf(child, report)) }];
    case 'table': {
      const table = token as Tokens.Table;
      const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => inlines(cell.tokens, report));
      return [{ kind: 'table', head: cells(table.header), rows: table.rows.map(cells) }];
    }
    case 'code':
      return [{ kind: 'code', text: token.text }];
    case 'hr':
      return [{ kind: 'rule' }];
    default:
      // Raw HTML, and whatever else a later parser may know, is shown as written.
      return token.raw.trim() === '' ? [] : [{ kind: 'paragraph', children: [{ kind: 'text', text: token.raw.trim() }] }];
  }
}

/** Pictures on lines of their own part a paragraph. */
function paragraph(tokens: readonly Token[], report: Reporter): Blocks {
  const alone = tokens.flatMap((token, index) => (token.type === 'image' && isOnItsLine(tokens, index) ? [index] : []));
  const text = (part: readonly Token[]): Blocks => {
    const all = inlines(part, report);
    const children = alone.length === 0 ? all : trimBreaks(all);
    return children.length === 0 ? [] : [{ kind: 'paragraph', children }];
  };
  return [...alone, tokens.length].flatMap((index, at) => [
    ...text(tokens.slice(at === 0 ? 0 : (alone[at - 1] ?? 0) + 1, index)),
    ...tokens.slice(index, index + 1).flatMap((token) => picture(token as Tokens.Image, report)),
  ]);
}

function isOnItsLine(tokens: readonly Token[], index: number): boolean {
  const raw = (part: readonly Token[]) => part.map((token) => token.raw).join('');
  return /(?:^|\n)[ \t]*$/.test(raw(tokens.slice(0, index))) && /^[ \t]*(?:\\?\n|$)/.test(raw(tokens.slice(index + 1)));
}

function picture({ raw, href, text }: Tokens.Image, report: Reporter): Blocks {
  const name = pictureName(href);
  if (name !== null) return [{ kind: 'picture', name, alt: text, picture: null }];
  report(raw, `写真は、slides に置いたファイルの名前だけで書いてください（「${cut(href)}」とあります）`);
  return [];
}

/** The item's first line is its own; what follows stands below. */
function listItem(item: Tokens.ListItem, report: Reporter): ListItem<LiveExpression> {
  const [first, ...rest] = item.tokens.filter(({ type }) => type !== 'checkbox');
  const begins = first?.type === 'text' || first?.type === 'paragraph' ? paragraph(first.tokens ?? [first], report) : null;
  const line = begins?.[0]?.kind === 'paragraph' ? begins[0] : null;
  const own = line?.children ?? [];
  const after = (begins ?? []).filter((block) => block !== line);
  const below = [...after, ...(begins === null ? item.tokens : rest).flatMap((child) => blockOf(child, report))];
  const end = own.findIndex(({ kind }) => kind === 'break');
  if (end < 0) return { children: own, below };
  return { children: own.slice(0, end), below: [{ kind: 'paragraph', children: own.slice(end + 1) }, ...below] };
}

function inlines(tokens: readonly Token[] | undefined, report: Reporter): Inlines {
  const result: Inline<LiveExpression>[] = [];
  let run = '';
  const endRun = () => {
    if (run !== '') result.push(...plainText(run, report));
    run = '';
  };
  for (const token of tokens ?? []) {
    const words = wordsOf(token);
    if (words === null) {
      endRun();
      result.push(...inlineOf(token, report));
    } else run += words;
  }
  endRun();
  return result;
}

/** The words of a token that goes on in the next, for the parser cuts at every sign; null for all that stands by itself. */
function wordsOf(token: Token): string | null {
  if (token.type === 'escape') return /[{|}]/.test(token.text) ? null : token.text;
  return token.type === 'text' && token.tokens === undefined ? decodeHTMLStrict(token.raw) : null;
}

function plainText(text: string, report: Reporter): Inlines {
  const unknown = (expression: string) =>
    report(
      expression,
      `「${expression}」という値はありません（now+60m・opens・closes-60m・next opening・days left: 名前 が使えます）`,
    );
  return parseInlineText(text, unknown).map((inline) =>
    inline.kind === 'text' ? { kind: 'text', text: displayText(inline.text) } : inline,
  );
}

function inlineOf(token: Token, report: Reporter): Inlines {
  switch (token.type) {
    case 'strong':
      return [{ kind: 'strong', children: inlines(token.tokens, report) }];
    case 'em':
      return [{ kind: 'emphasis', children: inlines(token.tokens, report) }];
    case 'br':
      return [{ kind: 'break' }];
    case 'image':
      report(token.raw, '文の途中の写真は表示できません。写真だけの行にしてください');
      return token.text === '' ? [] : [{ kind: 'text', text: token.text }];
    case 'checkbox':
      return [];
    case 'codespan':
    case 'escape':
      return [{ kind: 'text', text: token.text }];
    default:
      // Links keep their words; raw HTML, and whatever else a later parser may know, is shown as written.
      return 'tokens' in token && token.tokens !== undefined
        ? inlines(token.tokens, report)
        : [{ kind: 'text', text: token.raw }];
  }
}
