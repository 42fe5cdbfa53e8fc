export { wayLabels } from '@domain/checkin/wayLabels'
