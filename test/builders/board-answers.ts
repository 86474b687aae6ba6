import type { ChildLedgerTold } from '../../mappings/domain/ledger-told.ts';
import type { RegisterTold } from '../../mappings/domain/register-told.ts';
import type { TimelineTold } from '../../mappings/domain/timeline-told.ts';

const clsc = { kind: 'partner', id: 'clsc-verdun', name: 'CLSC de Verdun' } as const;
const own = { kind: 'centre', id: 'verdun', name: 'Centre de Verdun' } as const;

/** A ledger as the API gives one: two needs, one still there, with everything that a ledger can say. */
export const aLedgerAnswer: ChildLedgerTold = {
  child: 'enf-1',
  language: 'fr',
  asOf: '2026-11-26',
  accompanied: [
    { name: 'Julie Bertrand', to: '2026-05-01' },
    { name: 'Claire Roy', from: '2026-05-01' },
  ],
  needs: [
    {
      goal: 'parler',
      words: 'Je veux que les autres me comprennent.',
      soFar: true,
      strip: [
        { from: '2025-12-10', to: '2026-01-12', days: 33, state: 'unknown' },
        { from: '2026-01-12', to: '2026-02-01', days: 20, state: 'open' },
        { from: '2026-02-01', to: '2026-02-20', days: 19, state: 'asked', holders: [clsc] },
        { from: '2026-02-20', to: '2026-06-24', days: 124, state: 'waiting', holders: [clsc] },
        { from: '2026-06-24', to: '2026-08-31', days: 68, state: 'paused' },
        { from: '2026-08-31', to: '2026-11-27', days: 88, state: 'served', holders: [clsc, own] },
      ],
      daysWithoutCare: { waiting: 124, asked: 19, open: 20 },
      otherDays: { served: 88, paused: 68, unknown: 33 },
      handOvers: [{ from: own, to: clsc, on: '2026-09-14', how: 'gap', gapDays: 14 }],
      changesOfPerson: 1,
      learntLate: 3,
    },
    {
      words: 'Une soirée par semaine pour se reposer.',
      soFar: false,
      strip: [
        { from: '2026-01-12', to: '2026-01-13', days: 1, state: 'open' },
        { from: '2026-01-13', to: '2026-04-02', days: 79, state: 'served', holders: [own] },
      ],
      daysWithoutCare: { waiting: 0, asked: 0, open: 1 },
      otherDays: { served: 79, paused: 0, unknown: 0 },
      handOvers: [],
      changesOfPerson: 0,
      learntLate: 0,
    },
  ],
};

/** A course as the API gives one. */
export const aTimelineAnswer: TimelineTold = {
  child: 'enf-1',
  language: 'fr',
  earlier: 4,
  entries: [
    {
      at: '2025-12',
      knownAt: '2026-01-12T15:00:00.000Z',
      kind: 'circle',
      change: 'created',
      concept: 'care-circle',
      id: 'cercle-1',
      text: 'Cercle de soins formé',
    },
    {
      at: '2026-01-12T10:00:00-05:00',
      knownAt: '2026-01-12T15:00:05.000Z',
      kind: 'reading',
      change: 'created',
      concept: 'shared-assessment',
      id: 'lecture-1',
      text: 'Lecture commune : première lecture',
      words: 'Minh An comprend beaucoup et parle peu, dans ses deux langues. À la maison, elle chante.',
    },
    {
      at: '2026-01-12',
      knownAt: '2026-01-12T16:00:00.000Z',
      kind: 'plan',
      change: 'created',
      concept: 'action-plan',
      id: 'plan-1',
      text: 'Plan d’action : Parler et se faire des amis',
    },
    {
      at: '2026-02-01',
      knownAt: '2026-02-01T16:00:00.000Z',
      kind: 'request',
      change: 'created',
      concept: 'service-referral',
      id: 'ortho-1',
      text: 'Référence au réseau public : Orthophonie → CLSC de Verdun',
    },
    {
      at: '2026-02-20',
      knownAt: '2026-03-04T16:00:00.000Z',
      kind: 'answer',
      change: 'accepted',
      concept: 'service-referral',
      id: 'ortho-1',
      text: 'Acceptée : CLSC de Verdun (téléphone)',
    },
    {
      at: '2026-03-02',
      knownAt: '2026-03-02T16:00:00.000Z',
      kind: 'letter',
      change: 'created',
      concept: 'letter',
      id: 'lettre-1',
      text: 'Lettre : Rapport → CLSC de Verdun',
    },
    {
      at: '2026-11-03',
      knownAt: '2026-11-03T16:00:00.000Z',
      kind: 'outcome',
      change: 'created',
      concept: 'outcome-evaluation',
      id: 'apres-1',
      text: 'Résultats évalués ensemble : la famille, après',
      ratings: [
        {
          moment: 'after',
          factor: 'belonging',
          name: 'Sentiment d’appartenance',
          rating: 4,
          meaning: 'bon',
          words: 'Elle a une amie.',
        },
      ],
    },
  ],
};

/** A page of the register as the API gives one. */
export const aRegisterAnswer: RegisterTold = {
  language: 'fr',
  entries: [
    {
      id: '5d1f8c0e-3b7a-4c9e-8a52-2b8a9d0c7e10',
      at: '2026-02-01T16:00:00.000Z',
      text: '1er février 2026 à 11 h 00 : Centre de Verdun a communiqué à CLSC de Verdun une demande par leurs systèmes.',
      act: 'disclosed',
      by: { kind: 'centre', id: 'verdun' },
      recipient: 'clsc-verdun',
      what: 'request',
      children: ['enf-1'],
      letters: 0,
      restricted: false,
    },
    {
      id: '5d1f8c0e-3b7a-4c9e-8a52-2b8a9d0c7e11',
      at: '2026-01-12T16:00:00.000Z',
      text: '12 janvier 2026 à 11 h 00 : Centre de Verdun (claire) a lu la ligne du temps.',
      act: 'read',
      by: { kind: 'centre', id: 'verdun', professional: 'claire' },
      what: 'timeline',
      children: ['enf-1'],
      letters: 0,
      restricted: false,
    },
  ],
  next: 'WyIyMDI2Il0',
};
