import type { Step } from './differences'

const settings: Record<string, string> = {
  timeout: '超时',
  memory: '内存',
  BUILD: '代码编号',
  CLIENT: '已上传的小程序编号',
}

/** A step as the county's IT person reads it. No value of a variable is ever said: some are secrets. */
export function wordsOf(step: Step): string {
  switch (step.do) {
    case 'createCollection':
      return `建立集合 ${step.collection}`
    case 'closeCollection':
      return `集合 ${step.collection} 改为手机端不可读写${step.was === '' ? '' : `（原为 ${step.was}）`}`
    case 'dropIndex':
      return `删除集合 ${step.collection} 的旧索引 ${step.index}`
    case 'createIndex':
      return `集合 ${step.collection} 建立索引 ${step.index.name}${step.index.unique ? '（唯一）' : ''}`
    case 'closeStorage':
      return `云存储改为仅创建者可读写${step.was === '' ? '' : `（原为 ${step.was}）`}`
    case 'removeFunction':
      return `删除函数 ${step.name}（${step.why === 'runtime' ? '运行环境建好后不能改，需重建' : '上次没有建成'}）`
    case 'createFunction':
      return `建立函数 ${step.wanted.name}（${step.wanted.runtime}，${step.wanted.timeout} 秒，${step.wanted.memory} MB）`
    case 'updateCode':
      return `更新函数 ${step.wanted.name} 的代码`
    case 'updateConfig':
      return `更新函数 ${step.name} 的设置：${step.what.map((one) => settings[one] ?? `变量 ${one}`).join('、')}`
    case 'setFunctionRule':
      return '手机只能调用该由手机调用的函数'
    case 'removeTrigger':
      return `删除函数 ${step.name} 的旧定时 ${step.trigger}`
    case 'createTrigger':
      return `建立函数 ${step.name} 的定时 ${step.trigger.name}（${step.trigger.config}）`
    case 'migrate':
      return step.pass === 'before'
        ? `已有数据先补成第 ${step.to} 版（现在第 ${step.from} 版）`
        : `数据记为第 ${step.to} 版，更新期间写入的一并补上`
    case 'uploadClient':
      return '构建小程序并上传为开发版本'
  }
}
