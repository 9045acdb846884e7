import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SlideElement } from './slide-element';

/** A picture that fills the stage. */
@customElement('picture-slide')
export class PictureSlide extends SlideElement<'picture'> {
  static override styles = [
    ...SlideElement.styles,
    css`
      :host {
        padding: 0;
      }

      img {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: contain;
      }

      .cover {
        object-fit: cover;
      }
    `,
  ];

  override render() {
    const { picture, fit } = this.slide.body;
    return html`<img class=${fit} src=${picture.address} alt=${this.slide.title.main} />`;
  }
}
