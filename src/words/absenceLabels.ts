export { absenceLabels } from '@domain/activity/absenceLabels'
