import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { picturesIn } from '../domain/content/pictures-in';
import type { StageScene } from '../domain/scene';
import { slideNameOf } from '../domain/slide-name';
import { spokenWords } from './phrase-text';
import { slideTemplate } from './slide-template';
import './standby-view';

/** What is on the stage under one key: the same key is the same picture with newer content. */
export interface Layer {
  readonly key: number;
  readonly name: string;
  readonly scene: StageScene;
}

/** The same name is the same picture on the stage, with newer content. */
export function nameOf(stage: StageScene): string {
  return stage.kind === 'slide' ? slideNameOf(stage.slide) : stage.kind;
}

/** The files that have to be decoded before the stage can show this; none for words. */
export function filesOf(stage: StageScene): readonly string[] {
  if (stage.kind !== 'slide') return [];
  const { body, blocks, translations = [] } = stage.slide;
  if (body.kind === 'picture' || body.kind === 'video') return [body.picture.address];
  const texts = [{ body, blocks }, ...translations].flatMap((text) => [
    ...text.blocks,
    ...(text.body.kind === 'cards' ? text.body.cards.flatMap((card) => card.blocks) : []),
  ]);
  return picturesIn(texts).flatMap(({ picture }) => picture?.address ?? []);
}

/** Whether its picture comes to the glass by a film's own way. */
export function isFilm(scene: StageScene): boolean {
  return scene.kind === 'slide' && scene.slide.body.kind === 'video';
}

/** One template for all states, so that a slide stays the very same picture from when it is made ready until it is gone. */
export function layerTemplate({ scene }: Layer, isCurrent: boolean, isAhead: boolean): TemplateResult {
  const slide = scene.kind === 'slide' && isCurrent ? scene.slide : null;
  return html`<section
    class=${classMap({ layer: !isAhead, ahead: isAhead, film: isFilm(scene) })}
    role=${slide === null ? nothing : 'region'}
    aria-label=${slide === null ? nothing : spokenWords(slide.title)}
    data-slide=${slide?.id ?? nothing}
    aria-hidden=${isCurrent ? nothing : 'true'}
    ?inert=${!isCurrent}
  >
    ${scene.kind === 'slide' ? slideTemplate(scene.slide, !isAhead) : html`<standby-view .text=${scene.text}></standby-view>`}
  </section>`;
}
