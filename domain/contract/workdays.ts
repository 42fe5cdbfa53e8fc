import * as v from 'valibot'
import { yearStates } from '../time/workCalendar'
import { day, empty, nonce } from './shared'

const year = v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2100))

/**
 * The calendar of workdays by which every term is counted: last, this and the next year. final: by the State Council's notice; provisional:
 * that is not out, the statutory days stand in for it; `entered`: by the work committee itself.
 */
export const list = {
  request: empty,
  response: v.object({
    years: v.array(
      v.object({
        year,
        state: v.picklist(yearStates),
        entered: v.boolean(),
        off: v.array(day),
        worked: v.array(day),
      }),
    ),
    mayEdit: v.boolean(),
  }),
}
export type WorkdayList = v.InferOutput<typeof list.response>

/** A year from its notice, this one or the next: days off, weekends among them or not, and the weekend days worked in exchange. */
export const save = {
  request: v.strictObject({
    year,
    off: v.pipe(v.array(day), v.minLength(1), v.maxLength(60)),
    worked: v.pipe(v.array(day), v.maxLength(30)),
    nonce,
  }),
  response: v.object({ year }),
}
