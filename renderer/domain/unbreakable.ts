/** What may not be split between two lines. Built of pieces: a date takes its weekday, a time its half of the day. */
const SPACE = '[ \\u3000]?';
const NUMBER = '[0-9０-９]+(?:[,.，．][0-9０-９]+)*';
const ERA = '(?:(?:明治|大正|昭和|平成|令和)(?:元|[0-9０-９]+)年|[0-9０-９]{4}年(?:度)?)';
const WEEKDAY = '(?:（[日月火水木金土](?:曜日?)?(?:・[^（）]{1,4})?）)';
const CLOCK = `(?:[0-9０-９]{1,2}[:：][0-9０-９]{2})`;
const TIME = `(?:(?:午前|午後)${SPACE})?${NUMBER}時(?:間)?(?:半|[0-9０-９]{1,2}分(?:[0-9０-９]{1,2}秒)?)?`;

const WHOLE = [
  // 令和5年9月30日（土）まで
  `${ERA}?(?:（[^（）]{1,8}年）)?${NUMBER}月${NUMBER}日${WEEKDAY}?(?:まで|から)?`,
  `${ERA}(?:${NUMBER}月(?:末)?)?`,
  `${NUMBER}日${WEEKDAY}`,
  // 午前8時30分から, 正午まで, 8:30〜17:00
  `${TIME}(?:まで|から|ごろ)?`,
  `(?:午前|午後)${SPACE}${NUMBER}`,
  '正午(?:まで|から)?',
  `${CLOCK}${SPACE}(?:[〜～~-]${SPACE}${CLOCK})?`,
  // 0120-95-0178, 03（1234）5678
  '[0-9０-９]{2,5}[-－‐(（][0-9０-９]{1,4}[-－‐)）][0-9０-９]{3,4}',
  // あと2日, 約1時間以上, 第2土曜日, 窓口 1, 整理券 C-45
  `(?:あと|残り|約|第|最大|毎月|毎週|およそ)${SPACE}(?:${TIME}|${NUMBER}[\\p{Script=Han}ヶカか％%]{0,3})(?:以上|以内|以下|未満|ほど)?`,
  `(?:窓口|番号|整理券|カウンター|内線|No\\.)${SPACE}[A-ZＡ-Ｚ]?[-－]?[0-9０-９]+番?`,
  // 数字4桁, 5,000円相当, 30人, 1階
  `${NUMBER}${SPACE}[\\p{Script=Han}ヶカか％%]{1,2}(?:以上|以内|以下|未満|相当)?`,
  // Words, codes and addresses in Latin letters
  "[A-Za-z0-9０-９Ａ-Ｚａ-ｚ]+(?:[-_.@/:&+'’][A-Za-z0-9０-９Ａ-Ｚａ-ｚ]+)*",
].map((source) => new RegExp(source, 'gu'));

/** The stretches of a text, as half-open ranges of its characters, that may not be split between two lines. */
export function unbreakable(text: string): readonly { readonly from: number; readonly until: number }[] {
  return WHOLE.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({ from: index, until: index + found.length })),
  );
}
