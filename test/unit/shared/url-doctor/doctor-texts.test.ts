import doctor from '@resources/locales/en/doctor.json'
import { lostCodes, mendableCodes } from '@shared/url-doctor/url-report'
import { expect, test } from 'vitest'

test('every finding says what, why and what to do', () => {
  expect(Object.keys(doctor.finding).sort()).toEqual([...mendableCodes, ...lostCodes].sort())
  for (const text of Object.values(doctor.finding)) {
    expect(Object.keys(text)).toEqual(['what', 'why', 'todo'])
    expect(text.what.length).toBeLessThanOrEqual(60)
    expect(text.why.length).toBeGreaterThan(30)
    expect(text.todo.length).toBeGreaterThan(20)
  }
})
