import { Lexer, type Token, type Tokens } from 'marked';
import type { Block, Inline, ListItem } from './block';
import type { LiveExpression } from './content';
import { parseInlineText } from './inline-text';
import { displayText } from './typography';

/** Deeper than any slide; beyond it the text is refused before a parser that calls itself runs out of stack. */
const DEEPEST = 20;

export interface MarkdownProblem {
  /** Counted from 1 within the text. */
  readonly line: number | null;
  readonly message: string;
}

export interface Markdown {
  readonly blocks: readonly Block<LiveExpression>[];
  readonly problems: readonly MarkdownProblem[];
}

/**
 * CommonMark with tables and ruby as a tree that elements draw. Raw HTML is kept as text; of links and pictures only the words
 * remain, so nothing in a slide can lead anywhere.
 */
export function parseMarkdown(text: string): Markdown {
  const problems: MarkdownProblem[] = [];
  if (isTooDeep(text)) return { blocks: [], problems: [{ line: null, message: '引用や箇条書きの入れ子が深すぎます' }] };
  const lineOf = (part: string) => {
    const at = text.indexOf(part);
    return at < 0 ? null : text.slice(0, at).split('\n').length;
  };
  const report = (part: string, message: string) => problems.push({ line: lineOf(part), message });
  const tokens = new Lexer({ gfm: true }).lex(text);
  return { blocks: tokens.flatMap((token) => blockOf(token, report)), problems };
}

type Reporter = (part: string, message: string) => void;
type Blocks = readonly Block<LiveExpression>[];
type Inlines = readonly Inline<LiveExpression>[];

function isTooDeep(text: string): boolean {
  return (
    text.split('\n').some((line) => {
      const quotes = /^[\s>*+-]*/.exec(line)?.[0].replace(/\s/g, '').length ?? 0;
      return quotes > DEEPEST || /^ {60}/.test(line);
    }) || /[*_[\]]{60}/.test(text)
  );
}

function blockOf(token: Token, report: Reporter): Blocks {
  switch (token.type) {
    case 'space':
    case 'def':
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

function paragraph(tokens: readonly Token[], report: Reporter): Blocks {
  const children = inlines(tokens, report);
  return children.length === 0 ? [] : [{ kind: 'paragraph', children }];
}

/** The item's first line is its own; what follows stands below. */
function listItem(item: Tokens.ListItem, report: Reporter): ListItem<LiveExpression> {
  const [first, ...rest] = item.tokens;
  const own = first?.type === 'text' || first?.type === 'paragraph' ? inlines(first.tokens ?? [first], report) : null;
  const below = (own === null ? item.tokens : rest).flatMap((child) => blockOf(child, report));
  const end = own?.findIndex(({ kind }) => kind === 'break') ?? -1;
  if (own === null || end < 0) return { children: own ?? [], below };
  return { children: own.slice(0, end), below: [{ kind: 'paragraph', children: own.slice(end + 1) }, ...below] };
}

function inlines(tokens: readonly Token[] | undefined, report: Reporter): Inlines {
  return (tokens ?? []).flatMap((token) => inlineOf(token, report));
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
      report(token.raw, '文の中の写真はまだ表示できません');
      return token.text === '' ? [] : [{ kind: 'text', text: token.text }];
    case 'link':
    case 'del':
      return inlines(token.tokens, report);
    case 'codespan':
      return [{ kind: 'text', text: token.text }];
    case 'html':
      return [{ kind: 'text', text: token.raw }];
    default:
      if ('tokens' in token && token.tokens !== undefined) return inlines(token.tokens, report);
      return parseInlineText('text' in token ? String(token.text) : token.raw, (expression) =>
        report(
          expression,
          `「${expression}」という値はありません（now+60m・opens・closes-60m・next opening・days left: 名前 が使えます）`,
        ),
      ).map((inline) => (inline.kind === 'text' ? { kind: 'text', text: displayText(inline.text) } : inline));
  }
}
