import type { Action } from '@domain/contract/actions'
import { MOMENT, openIdOf } from '../people'
import { aService, contact, staff } from '../places'
import { type Field, nonce, only } from './elsewhereTries'

/** Services and 社区报到 of a community, visits and cards of a village. */
export const elsewhereOfPlaces: Partial<Record<Action, Record<string, Field>>> = {
  'service.prepare': {
    communityId: 'judged',
    activityId: {
      by: staff,
      request: only({ communityId: 'community1', activityId: 'foreign-service' }),
      other: ['activities', 'foreign-service'],
    },
  },
  'service.change': {
    activityId: 'judged',
    'form.communityId': {
      by: staff,
      request: () => ({ activityId: 'own-service', form: aService({ communityId: 'community2' }) }),
      other: ['activities', 'foreign-service'],
    },
  },
  'service.confirm': {
    activityId: 'judged',
    factIds: {
      by: staff,
      request: only({ activityId: 'own-service', factIds: ['foreign-service_m4'] }),
      other: ['facts', 'foreign-service_m4'],
    },
  },
  'service.enter': {
    activityId: 'judged',
    memberId: {
      by: staff,
      request: () => ({ activityId: 'own-service', memberId: 'resident2', occurredAt: MOMENT, ...nonce() }),
      other: ['facts', 'own-service_resident2'],
    },
  },
  // Whichever community's: it is open to every member.
  'service.join': { activityId: 'names' },
  // Whoever is no resident there and put no name down was at none of its services.
  'service.correct': {
    activityId: {
      by: openIdOf('m4'),
      request: () => ({ activityId: 'foreign-service', reason: '没扫上码', ...nonce() }),
      other: ['activities', 'foreign-service'],
    },
  },
  'household.backfill': {
    householdId: {
      by: openIdOf('m4'),
      request: () => ({ householdId: 'h1', occurredOn: '2026-09-21', purposes: ['heart'], ...nonce() }),
      other: ['facts', 'h1_m4_2026-09-21'],
    },
  },
  // Of a community one is not registered with.
  'need.take': {
    needId: {
      by: openIdOf('m4'),
      request: () => ({ needId: 'need-elsewhere', ...nonce() }),
      other: ['needs', 'need-elsewhere'],
    },
  },
  'need.withdraw': {
    placeId: 'judged',
    needId: {
      by: staff,
      request: only({ placeId: 'community1', needId: 'need-elsewhere' }),
      other: ['needs', 'need-elsewhere'],
    },
  },
  // A household of another village is not found in this one: it begins with the first.
  'paper.ofVillage': { villageId: 'judged', afterId: 'names' },
  'household.confirm': {
    villageId: 'judged',
    factIds: {
      by: contact,
      request: only({ villageId: 'village1', factIds: ['visit-elsewhere'] }),
      other: ['facts', 'visit-elsewhere'],
    },
  },
  'household.deny': {
    villageId: 'judged',
    factId: {
      by: contact,
      request: only({ villageId: 'village1', factId: 'visit-elsewhere', denied: true }),
      other: ['facts', 'visit-elsewhere'],
    },
  },
  'paper.ofLetter': { communityId: 'judged', unitId: 'names' },
  'community.report': { communityId: 'names' },
  'import.list': {
    communityId: 'judged',
    fileId: {
      by: staff,
      request: () => ({ communityId: 'community1', fileId: 'cloud://e/imports/elsewhere.csv', ...nonce() }),
      other: ['imports', 'elsewhere'],
    },
  },
  'community.accept': {
    communityId: 'judged',
    reportIds: {
      by: staff,
      request: only({ communityId: 'community1', reportIds: ['report-elsewhere'], accept: true }),
      other: ['members', 'resident2'],
    },
  },
}
