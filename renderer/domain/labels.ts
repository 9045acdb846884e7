import type { Language } from './content/content';
import type { Words } from './scene';

/** A text in the languages it is known in; Japanese always is. */
export type Label = Readonly<Partial<Record<Language, string>>> & { readonly ja: string };

/**
 * The label in the folder's languages: the first leads, the others stand beside it. A language that is missing falls back
 * quietly, the leading one to Japanese, the others to nothing.
 */
export function wordsIn(languages: readonly Language[], label: Label): Words {
  const [first = 'ja', ...rest] = languages;
  const others = rest.flatMap((language) => {
    const text = label[language];
    return text === undefined ? [] : [{ language, text }];
  });
  return { main: label[first] ?? label.ja, others };
}

/** The display's own fixed words. */
export const LABELS = {
  nowServing: { ja: 'ただいまのご案内', en: 'Now serving' },
  waitingCount: { ja: 'お待ちの方', en: 'Waiting' },
  waitingTime: { ja: '待ち時間の目安', en: 'Wait' },
  orderNote: { ja: 'ご用件により、番号の順番が前後することがあります。', en: 'Numbers may be called out of order.' },
  staffWillCall: { ja: '係員がお呼びします', en: 'Staff will call you' },
  noCall: { ja: 'お呼び出しをお待ちください', en: 'Please wait to be called' },
  conditional: { ja: '該当する方のみ', en: 'If it applies to you' },
  lastDayCard: { ja: '窓口の最終日', en: 'Last day of this desk' },
  standby: { ja: 'しばらくお待ちください', en: 'One moment, please' },
  linkCaption: { ja: 'くわしくはこちら', en: 'More information' },
  hoursTitle: { ja: '本日の受付時間', en: 'Today’s hours' },
  countdownTitle: { ja: '締め切りのお知らせ', en: 'Deadlines' },
  ticketsTitle: { ja: 'ただいまのご案内', en: 'Now serving' },
  contactTitle: { ja: 'お問い合わせ', en: 'Contact' },
  inHours: { ja: '受付中', en: 'Open now' },
  outOfHours: { ja: '受付時間外', en: 'Closed now' },
} as const satisfies Record<string, Label>;
