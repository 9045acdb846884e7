import { html, type TemplateResult } from 'lit';
import { assertNever } from '../domain/result';
import type { SlideScene } from '../domain/scene';
import './cards-slide';
import './checklist-slide';
import './contact-slide';
import './countdown-slide';
import './hours-slide';
import './notice-slide';
import './picture-slide';
import './tickets-slide';
import './video-slide';

/** The element of the slide's layout. `plays`: its turn has come, so a film runs. */
export function slideTemplate(slide: SlideScene, plays: boolean): TemplateResult {
  switch (slide.body.kind) {
    case 'notice':
      return html`<notice-slide .slide=${slide}></notice-slide>`;
    case 'checklist':
      return html`<checklist-slide .slide=${slide}></checklist-slide>`;
    case 'hours':
      return html`<hours-slide .slide=${slide}></hours-slide>`;
    case 'countdown':
      return html`<countdown-slide .slide=${slide}></countdown-slide>`;
    case 'tickets':
      return html`<tickets-slide .slide=${slide}></tickets-slide>`;
    case 'cards':
      return html`<cards-slide .slide=${slide}></cards-slide>`;
    case 'contact':
      return html`<contact-slide .slide=${slide}></contact-slide>`;
    case 'picture':
      return html`<picture-slide .slide=${slide}></picture-slide>`;
    case 'video':
      return html`<video-slide .slide=${slide} .plays=${plays}></video-slide>`;
    default:
      return assertNever(slide.body);
  }
}
