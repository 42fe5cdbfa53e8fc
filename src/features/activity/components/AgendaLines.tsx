import { View } from '@tarojs/components'
import { Fragment } from 'react'
import type { ActivityForm } from '@domain/contract/activity'
import { Divider } from '@/components/Divider/Divider'
import './AgendaLines.css'

/** 议程, numbered, each with its minutes where they are planned. */
export const AgendaLines = ({ agenda }: { agenda: ActivityForm['agenda'] }) => (
  <>
    {agenda.map((item, index) => (
      <Fragment key={index}>
        {index > 0 ? <Divider inset={52} /> : null}
        <View className="agenda-line">
          <View className="agenda-n">{index + 1}</View>
          <View className="agenda-text">{item.text}</View>
          {item.minutes > 0 ? <View className="agenda-minutes">{`${item.minutes} 分`}</View> : null}
        </View>
      </Fragment>
    ))}
  </>
)
