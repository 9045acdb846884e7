import type { Picture } from './picture';

/**
 * A slide's text as a small tree. `V` is what stands in the place of a `{{live value}}`: the expression in content,
 * the written text in a scene.
 */
export type Inline<V> =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly children: readonly Inline<V>[] }
  | { readonly kind: 'emphasis'; readonly children: readonly Inline<V>[] }
  | { readonly kind: 'ruby'; readonly base: string; readonly reading: string }
  | { readonly kind: 'live'; readonly value: V }
  | { readonly kind: 'break' };

/** A part of the text that stands by itself. */
export type Block<V> =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline<V>[] }
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline<V>[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly ListItem<V>[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block<V>[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline<V>[])[];
      readonly rows: readonly (readonly (readonly Inline<V>[])[])[];
    }
  | { readonly kind: 'code'; readonly text: string }
  /** A file of `slides/` by its name, drawn between paragraphs; `picture` is null until the folder has joined text and file. */
  | { readonly kind: 'picture'; readonly name: string; readonly alt: string; readonly picture: Picture | null }
  | { readonly kind: 'rule' };

/** The item's own line, and what stands below it: a second line, a paragraph, a nested list. */
export interface ListItem<V> {
  readonly children: readonly Inline<V>[];
  readonly below: readonly Block<V>[];
}
