import type { ActivityForm } from '@domain/contract/activity'
import { classHours, contentsText, sentForm, titlesOf, toggleTag } from './contents'

const form: ActivityForm = {
  ...{ kind: 'lecture', hostId: 'b', title: '党课', startsAt: 1, endsAt: 2, place: '三楼', carries: [] },
  ...{ agenda: [{ text: '党课', minutes: 60 }], expectedIds: ['m1'] },
}

test('what was left empty is not sent, and an item of the agenda without words is none', () => {
  const emptied = {
    ...{ topic: ' ', lecturerName: '', lecturerPost: '', tags: [], materials: ['', '  '] },
    agenda: [...form.agenda, { text: ' ', minutes: 10 }],
  }
  expect(sentForm({ ...form, ...emptied })).toEqual(form)
})

test('what was filled in is sent, titles one a line', () => {
  const filled: ActivityForm = {
    ...form,
    ...{ topic: '党史', lecturerName: '李教授', lecturerPost: '讲师', tags: ['oath'], hours: 1.5 },
    materials: ['《中国共产党章程》', '', '提纲'],
  }
  expect(sentForm(filled)).toEqual({ ...filled, materials: ['《中国共产党章程》', '提纲'] })
})

test('twelve titles at most, of sixty characters', () => {
  const titles = titlesOf(Array.from({ length: 14 }, () => '长'.repeat(70)).join('\n'))
  expect(titles).toEqual(Array.from({ length: 12 }, () => '长'.repeat(60)))
})

test('学时 by halves, each a value that the contract takes', () => {
  expect(classHours.slice(0, 3).map(({ name }) => name)).toEqual(['0.5 学时', '1 学时', '1.5 学时'])
  expect(classHours.every(({ id }) => Number(id) % 0.5 === 0 && Number(id) <= 80)).toBe(true)
})

test('内容 in one line', () => {
  expect(contentsText({ tags: ['oath', 'training'], hours: 2 })).toBe('重温入党誓词，培训，2 学时')
  expect(contentsText({})).toBe('')
  expect(toggleTag(['oath'], 'oath')).toEqual([])
  expect(toggleTag([], 'training')).toEqual(['training'])
})
