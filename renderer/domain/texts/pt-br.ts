import { tableTime, timeParts } from '../notation';
import type { CivilDate, WallTime } from '../time';
import { dateName, numbersOf } from './date-names';
import type { Texts } from './texts';

const weekdayLong = dateName('pt-BR', 'weekday', 'long');
const weekdayShort = dateName('pt-BR', 'weekday', 'short');
const month = dateName('pt-BR', 'month', 'long');

/** Portuguese, as in Brazil. */
export const ptBr: Texts = {
  nowServing: 'Senhas chamadas',
  waitingCount: 'Aguardando',
  waitingTime: 'Espera estimada',
  absent: 'Não compareceram',
  andMore: (count) => `e mais ${count}`,
  orderNote: 'As senhas podem ser chamadas fora de ordem.',
  waitingTimeShort: 'Espera',
  orderNoteShort: 'A ordem pode mudar.',
  staffWillCall: 'Um atendente chamará você',
  noCall: 'Aguarde a sua chamada',
  conditional: 'Somente se for o seu caso',
  lastDayCard: 'Último dia deste guichê',
  standby: 'Um momento, por favor',
  linkCaption: 'Mais informações',
  hoursTitle: 'Horário de hoje',
  countdownTitle: 'Prazos',
  contactTitle: 'Contato',
  inHours: 'Aberto agora',
  outOfHours: 'Fora do horário',

  badges: {
    ended: 'Encerrado',
    paused: 'Em pausa',
    receptionClosed: 'Recepção encerrada',
    open: 'Aberto',
    before: 'Ainda não abriu',
    after: 'Fechado',
    closed: 'Fechado hoje',
  },
  openAlways: 'Aberto 24 horas',
  open: (_, closes) => `Fecha ${at(closes)}`,
  paused: () => 'Atendimento em pausa',
  receptionClosed: 'A recepção de hoje está encerrada',
  before: (opens) => `Abre ${at(opens)}`,
  after: 'Atendimento de hoje encerrado',
  closed: () => 'Fechado hoje',
  ended: () => 'Este guichê foi encerrado',
  lastDayToday: 'Hoje é o último dia',
  resumes: (wall) => `Retorno previsto ${at(wall)}`,
  nextOpening: (date, wall) => `Próximo atendimento: ${shortDate(date)}, ${at(wall)}`,

  closesToday: (closes) => `Hoje fecha ${at(closes)}`,
  untilDeadline: (name) => name,
  deadlineOn: (date) => `Prazo: ${shortDate(date)}`,
  daysLeft: (days) => (days === 0 ? 'Só até hoje' : days === 1 ? 'Falta 1 dia' : `Faltam ${days} dias`),
  dayUnit: (days) => (days === 1 ? 'dia' : 'dias'),
  over: 'Encerrado',
  timeLeft: (left) => `Restam ${left}`,
  until: (date, wall) => `Até ${shortDate(date)}${wall === null ? '' : `, ${at(wall)}`}`,
  untilTime: (wall) => `Até ${at(wall)}`,
  fromTime: (wall) => `A partir das ${time(wall)}`,

  today: 'Hoje',
  lastDay: 'Último dia',
  dayClosed: 'Fechado',
  dayEnded: 'Encerrado',

  updated: (wall) => `Atualizado ${wall}`,
  counter: (label) => `Guichê ${label}`,
  spokenCall: (label, counter) => `Senha ${label}, ${counter === null ? 'dirija-se ao guichê' : `guichê ${counter}`}.`,
  wait(least, most) {
    if (least >= 60) return '1 hora ou mais';
    if (most >= 60) return `De ${least} min a 1 hora ou mais`;
    return least === most ? `Cerca de ${least} min` : `De ${least} a ${most} min`;
  },

  date: (date) => `${weekdayLong(date)}, ${numbersOf(date).day} de ${month(date)} de ${numbersOf(date).year}`,
  shortDate,
  weekday: (date) => weekdayShort(date).replace('.', ''),
  time,
  clock: tableTime,
  duration: (ms) => timeParts(ms, { hour: ' h', minute: ' min', second: ' s', between: ' ' }),
};

/** qui., 28/9 */
function shortDate(date: CivilDate): string {
  const { month: number, day } = numbersOf(date);
  return `${weekdayShort(date)}, ${day}/${number}`;
}

/** 17h, 8h30 */
function time(wall: WallTime): string {
  const [hour = 0, minute = 0] = wall.split(':').map(Number);
  return `${hour}h${minute === 0 ? '' : String(minute).padStart(2, '0')}`;
}

/** às 17h, à 1h, ao meio-dia */
function at(wall: WallTime): string {
  if (wall === '12:00') return 'ao meio-dia';
  return `${wall < '02:00' ? 'à' : 'às'} ${time(wall)}`;
}
