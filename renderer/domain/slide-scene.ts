import { contactAt } from './contacts';
import type { Block } from './content/block';
import { checklistItems } from './content/checklist';
import type { Contact, Language, Layout, Media, Slide, SlideTranslation } from './content/content';
import { picturesIn, withPictures } from './content/pictures-in';
import { cardSections } from './content/sections';
import { deadlineCards } from './deadline-cards';
import { hoursBody } from './hours-body';
import { liveAnswers } from './live-values';
import type { Moment } from './moment';
import type { ContactCard, SlideBody, SlideScene, SlideTranslationScene, TextBody, TicketsView, Words } from './scene';
import { leadingTexts, textsIn, wordsIn } from './texts/in-languages';
import type { Texts } from './texts/texts';
import { civilDateAt, wallTimeAt } from './time';

/** What a slide without a title of its own is called; the layouts made of text always have one. */
const LAYOUT_TITLES: Readonly<Partial<Record<Layout, (texts: Texts) => string>>> = {
  hours: ({ hoursTitle }) => hoursTitle,
  countdown: ({ countdownTitle }) => countdownTitle,
  tickets: ({ nowServing }) => nowServing,
  contact: ({ contactTitle }) => contactTitle,
};

/** A slide's page as drawn at this moment, or null when one of its live values has no answer. `page` null: not counted yet. */
export function slideScene(
  slide: Slide,
  moment: Moment,
  tickets: TicketsView | null,
  page: SlideScene['page'] | null,
): SlideScene | null {
  const { languages } = moment.signage;
  const [lead, ...others] = versionsOf(slide, languages);
  const blocks = liveAnswers(lead.blocks, moment, textsIn(lead.language));
  if (blocks === null) return null;
  const { body, rest } =
    slide.media === null
      ? bodyOf(slide.layout, blocks, moment, tickets)
      : { body: mediaBody(slide.media, page?.index ?? 0), rest: blocks };
  const drawn = new Set(picturesIn(lead.blocks).map(({ name }) => name));
  const translations = others.flatMap((version) => {
    // Once is enough for all languages.
    const without = withPictures(version.blocks, (block) => (drawn.has(block.name) ? null : block));
    return translationScene(slide.layout, { ...version, blocks: without }, moment);
  });
  return {
    id: slide.id,
    title: titleOf(slide, moment),
    body,
    blocks: rest,
    ...(translations.length === 0 ? {} : { translations }),
    ...(page && page.count > 1 ? { page } : {}),
    link: slide.link === null ? null : { url: slide.link, caption: wordsIn(languages, ({ linkCaption }) => linkCaption) },
  };
}

/** The slide in the folder's languages, the leading one first. One that is missing is left out, the leading one gives way to Japanese. */
function versionsOf(slide: Slide, languages: readonly Language[]): readonly [SlideTranslation, ...SlideTranslation[]] {
  const own: SlideTranslation = { language: 'ja', title: slide.title, blocks: slide.blocks };
  const known = languages.flatMap((language) => [own, ...slide.translations].find((one) => one.language === language) ?? []);
  const [lead, ...others] = known;
  // A file that gives only a title leads with nothing: the text stays what it was.
  if (lead === undefined || lead.language !== languages[0] || (lead.blocks.length === 0 && own.blocks.length > 0)) {
    return [own, ...known.filter((one) => one !== own)];
  }
  return [lead, ...others];
}

function translationScene(
  layout: Layout,
  { language, blocks }: SlideTranslation,
  moment: Moment,
): readonly SlideTranslationScene[] {
  const answered = blocks.length === 0 ? null : liveAnswers(blocks, moment, textsIn(language));
  if (answered === null) return [];
  const { body, rest } = textBody(layout, answered, null);
  return [{ language, body, blocks: rest }];
}

/** The slide's title in the folder's languages, or the layout's own. */
function titleOf(slide: Slide, { signage }: Moment): Words {
  const own = LAYOUT_TITLES[slide.layout];
  if (slide.title === '' && own !== undefined) return wordsIn(signage.languages, own);
  const [first = 'ja', ...rest] = signage.languages;
  const titles = [{ language: 'ja', title: slide.title }, ...slide.translations];
  const inLanguage = (language: Language) => titles.find((one) => one.language === language)?.title;
  return {
    main: inLanguage(first) ?? slide.title,
    others: rest.flatMap((language) => {
      const text = inLanguage(language);
      return text === undefined ? [] : [{ language, text }];
    }),
  };
}

interface BodyAndRest<B extends SlideBody> {
  readonly body: B;
  /** The text that the layout did not take. */
  readonly rest: readonly Block<string>[];
}

function mediaBody(media: Media, page: number): SlideBody {
  const { fit, titled } = media;
  const how = { fit, ...(titled && { titled }) };
  if (media.kind === 'picture') return { kind: 'picture', picture: media, ...how };
  if (media.kind === 'video') return { kind: 'video', picture: media, ...how, loops: false };
  const picture = media.pages[page];
  return picture === undefined ? { kind: 'notice' } : { kind: 'picture', picture, ...how };
}

function bodyOf(
  layout: Layout,
  blocks: readonly Block<string>[],
  moment: Moment,
  tickets: TicketsView | null,
): BodyAndRest<SlideBody> {
  switch (layout) {
    case 'notice':
    case 'media':
    case 'checklist':
    case 'cards':
      return textBody(
        layout,
        blocks,
        wordsIn(moment.signage.languages, ({ conditional }) => conditional),
      );
    case 'hours':
      return { body: hoursBody(moment) ?? { kind: 'notice' }, rest: blocks };
    case 'countdown':
      return { body: { kind: 'countdown', cards: deadlineCards(moment) }, rest: blocks };
    case 'tickets':
      return { body: { kind: 'tickets', tickets }, rest: blocks };
    case 'contact': {
      const contacts = moment.signage.contacts.map((contact) => contactCard(contact, moment));
      return { body: { kind: 'contact', contacts }, rest: blocks };
    }
  }
}

/** `conditional`: how an item is marked that concerns only some; null where the mark stands in another language already. */
function textBody(layout: Layout, blocks: readonly Block<string>[], conditional: Words | null): BodyAndRest<TextBody> {
  if (layout === 'checklist') {
    const items = checklistItems(blocks).map((item) => ({ ...item, conditional: item.conditional ? conditional : null }));
    return { body: { kind: 'checklist', items }, rest: blocks.filter(({ kind }) => kind !== 'list') };
  }
  if (layout === 'cards') {
    const { cards, rest } = cardSections(blocks);
    return { body: { kind: 'cards', cards }, rest };
  }
  return { body: { kind: 'notice' }, rest: blocks };
}

/** 受付中 午後8時まで, or 受付時間外 次は 9月30日（土） 午前9時30分から. */
function contactCard(contact: Contact, moment: Moment): ContactCard {
  const { signage, holidays, now, date } = moment;
  const zone = signage.timezone;
  const state = contactAt(contact, zone, holidays, now);
  const texts = leadingTexts(signage.languages);
  const { name, phone, note } = contact;
  if (state === null) return { name, phone, note, status: null };
  const word = wordsIn(signage.languages, ({ inHours, outOfHours }) => (state.open ? inHours : outOfHours));
  if (state.open) {
    const text = state.closesAt === null ? '' : texts.untilTime(wallTimeAt(state.closesAt, zone));
    return { name, phone, note, status: { open: true, word, text } };
  }
  if (state.opensAt === null) return { name, phone, note, status: { open: false, word, text: '' } };
  const opensToday = civilDateAt(state.opensAt, zone) === date;
  const time = wallTimeAt(state.opensAt, zone);
  const text = opensToday ? texts.fromTime(time) : texts.nextOpening(civilDateAt(state.opensAt, zone), time);
  return { name, phone, note, status: { open: false, word, text } };
}
