import { type CheckRule, lineOf, warning } from './facts';

/** Two deadlines of one name: visitors could not tell them apart, nor `{{days left: NAME}}`. */
export const deadlineNames: CheckRule = ({ content, files }) => {
  const names = (content.signage?.deadlines ?? []).map(({ name }) => name);
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  return twice.map((name) =>
    warning('signage.yaml', lineOf(files, 'signage.yaml', name), `「${name}」という期限が二つあります。名前を分けてください`),
  );
};
