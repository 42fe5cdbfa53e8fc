import { partyStaff } from './partyStaff'

test.each([
  [180, 1.8, 3.6, false],
  [100, 1, 2, false],
  [50, 0.5, 1, false],
  [49, 0.5, 1, true],
  [12, 0.1, 0.2, true],
])('of %i people %d to %d are 专职党务工作人员; small: %s', (headcount, least, most, isSmall) => {
  expect(partyStaff(headcount)).toEqual({ least, most, isSmall })
})
