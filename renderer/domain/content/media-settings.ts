import type { Parsed } from '../result';
import type { Media, Slide } from './content';
import { openYaml } from './open-yaml';
import { Report } from './report';
import { ALWAYS, IN_SHOW, readShowRule } from './show-rule';

/** What a side file says of a media file. `title` null: the file's name serves. */
export interface MediaSettings extends Pick<Slide, 'seconds' | 'show' | 'priority'> {
  readonly title: string | null;
  readonly fit: Media['fit'];
}

/** Of a media file without a side file. */
export const NO_SETTINGS: MediaSettings = { title: null, seconds: null, show: ALWAYS, priority: 'normal', fit: 'contain' };

/** Parses `40-poster.pdf.yaml`: the settings of a slide, as far as a picture has any, and how it fills the stage. */
export function parseMediaSettings(source: string, file: string): Parsed<MediaSettings> {
  const report = new Report(file);
  const settings = openYaml(source.replace(/^\uFEFF/, ''), report);
  if (settings === null) return { value: null, problems: report.problems };
  const value: MediaSettings = {
    title: settings.text('title'),
    seconds: settings.number('seconds', 3, 600),
    show: readShowRule(settings.child('show')),
    priority: settings.oneOf('priority', ['normal', 'urgent']) ?? 'normal',
    fit: settings.oneOf('fit', ['contain', 'cover']) ?? 'contain',
  };
  settings.close(IN_SHOW);
  return { value: report.failed ? null : value, problems: report.problems };
}
