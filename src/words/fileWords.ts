import type { RefusalWords } from '@/platform/showWords'
import type { PhoneReason } from '../cloud/outcome'

/** What a file that is read or made, or a typed text, may be refused for. */
type AboutFiles = Extract<
  PhoneReason,
  | 'file_unreadable'
  | 'file_too_large'
  | 'nothing_chosen'
  | 'no_branches'
  | 'export_too_large'
  | 'book_changed'
  | 'no_header'
  | 'no_list_header'
  | 'quote_open'
  | 'text_refused'
>

export const fileWords: Record<AboutFiles, RefusalWords> = {
  file_unreadable: {
    title: '这个文件打不开',
    text: '可能有密码、已损坏，或不是 Excel 和 CSV 文件',
    next: '在电脑上另存为 .xlsx 再选',
  },
  file_too_large: {
    title: '文件太大了',
    text: '一次最多 5 MB、两万行，还没有导入',
    next: '分成几个文件再导入',
  },
  nothing_chosen: {
    title: '还没有选',
    text: '通报写什么由您来定',
    next: '事项、支部各选一个以上',
  },
  no_branches: {
    title: '还没有可以写的',
    text: '这一年还没有截止的月份',
    next: '换一年再做',
  },
  export_too_large: {
    title: '内容太多',
    text: '还没有导出',
    next: '名册按单位或支部分别导出，会议记录按月打包或逐场导出',
  },
  book_changed: {
    title: '记录刚刚有变动',
    text: '做的时候，有会议成册了，或有记录改动了',
    next: '从头再做一次',
  },
  no_header: { title: '没有找到表头', text: '表里要有写着“姓名”和“党支部”的一行', next: '补上表头再选一次' },
  no_list_header: {
    title: '没有找到表头',
    text: '表里要有一行列名，必填的几项都要有',
    next: '补上列名再选一次',
  },
  quote_open: {
    title: '有一个引号没有配对',
    text: '从那里起几行会连成一格，还没有导入',
    next: '在电脑上补上或删去这个引号，再选一次',
  },
  text_refused: {
    title: '这段文字不能保存',
    text: '微信的内容检查没有通过，还没有保存',
    next: '请改一下措辞再试',
  },
}
