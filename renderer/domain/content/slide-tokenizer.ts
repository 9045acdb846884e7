import { Tokenizer, type Tokens } from 'marked';

/** Ruby in a row of a table: its bar parts no cells. */
const RUBY_BAR = /(\{[^{}|\\\n]{1,40})\|([^{}|\n]{1,60}\})/g;
/** Where a link may lead: an address, a path or an anchor. */
const ADDRESS = /^(?:[a-z][a-z+.-]*:|[/#.?]|<)/i;

/** Bold letters whose signs CommonMark leaves as they are, for Japanese has no spaces beside them: **注意。**次の, 次の**「注意」**を. */
const BOLD = /^\*\*(?![\s*])([^*\n]{1,300}?)(?<!\s)\*\*(?!\*)/;

/**
 * CommonMark as staff write it. `9:30~20:00、土日 9:30~17:30` strikes nothing out; `[注]: 本文` is a note, and only an address behind
 * the colon makes it the definition of a link; the bar of `{漢字|かんじ}` parts no cells of a table.
 */
export class SlideTokenizer extends Tokenizer {
  override del(): undefined {
    return undefined;
  }

  override emStrong(source: string, masked: string, before?: string): Tokens.Em | Tokens.Strong | undefined {
    const plain = super.emStrong(source, masked, before);
    const [raw, text] = (plain === undefined && BOLD.exec(source)) || [];
    if (raw === undefined || text === undefined || !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))
      return plain;
    return { type: 'strong', raw, text, tokens: this.lexer.inlineTokens(text) };
  }

  override def(source: string): Tokens.Def | undefined {
    const definition = super.def(source);
    return definition !== undefined && ADDRESS.test(definition.href) ? definition : undefined;
  }

  override table(source: string): Tokens.Table | undefined {
    const table = super.table(source.replace(RUBY_BAR, '$1\\|$2'));
    if (table === undefined) return undefined;
    // What was read is told in the letters of the source: so many lines of it.
    const lines = table.raw.split('\n').length;
    return { ...table, raw: source.split('\n').slice(0, lines).join('\n') };
  }
}
