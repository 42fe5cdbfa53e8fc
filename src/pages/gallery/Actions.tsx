import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Chip } from '@/components/Chip/Chip'
import { Divider } from '@/components/Divider/Divider'
import { Field } from '@/components/Field/Field'
import { LinkText } from '@/components/LinkText/LinkText'
import { PickTile } from '@/components/PickTile/PickTile'
import { Section } from '@/components/Section/Section'
import { LookAgain } from '@/components/LookAgain/LookAgain'
import { Sheet } from '@/components/Sheet/Sheet'
import { Switch } from '@/components/Switch/Switch'
import { Tag } from '@/components/Tag/Tag'
import { TextField } from '@/components/TextField/TextField'

export function Actions() {
  const [name, setName] = useState('9月主题党日')
  const [open, setOpen] = useState(false)
  const [asked, setAsked] = useState(false)
  const [on, setOn] = useState(true)
  const show = () => setOpen(true)
  return (
    <>
      <Section title="按钮" />
      <View className="gallery-gap">
        <Button id="gallery-sheet" onTap={show}>
          打开面板
        </Button>
        <Button kind="outline" icon="qr" onTap={show}>
          我的码
        </Button>
        <Button kind="sunk" onTap={show}>
          请假
        </Button>
        <Button onTap={show} disabledBecause="还有 2 人未定">
          确认成册
        </Button>
        <Button onTap={show} busy>
          正在提交
        </Button>
        <View className="gallery-row">
          <Button small onTap={show}>
            去安排
          </Button>
          <Button small kind="outline" onTap={show}>
            恢复
          </Button>
          <LinkText onTap={show} arrow="down">
            为什么算这些
          </LinkText>
        </View>
      </View>
      <Section title="标签与选择" />
      <View className="gallery-row">
        <Tag tone="done" icon="check">
          已到会
        </Tag>
        <Tag tone="miss">还差</Tag>
        <Tag tone="info">待确认</Tag>
        <Tag tone="mute">已取消</Tag>
        <Tag tone="red">今天</Tag>
      </View>
      <View className="gallery-row mt12">
        <Chip on={on} onTap={() => setOn(true)}>
          公务外出
        </Chip>
        <Chip on={!on} onTap={() => setOn(false)}>
          身体原因
        </Chip>
        <Switch on={on} onChange={setOn} label="示例" />
      </View>
      <View className="pick-tiles mt12">
        <PickTile icon="horn" label="宣传政策" on={on} onTap={() => setOn(!on)} />
        <PickTile icon="talk" label="交心谈心" on={!on} onTap={() => setOn(!on)} />
      </View>
      <Section title="填写" />
      <Card>
        <Field label="时间" chevron>
          9月22日 周二 15:00
        </Field>
        <Divider inset={16} />
        <TextField
          label="名称"
          inputId="gallery-name"
          strong
          value={name}
          maxlength={40}
          placeholder="活动名称"
          onChange={setName}
        />
        <Divider inset={16} />
        <Field label="讲课人" chevron wrong="党课要有讲课人才计入">
          <View className="ph">选择讲课人</View>
        </Field>
      </Card>
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title="面板"
        footer={
          <Button grow onTap={() => setOpen(false)}>
            知道了
          </Button>
        }
      >
        <View className="t-body">最高占屏幕的百分之八十五，点空白处收起。</View>
      </Sheet>
      <Button kind="outline" onTap={() => setAsked(true)}>
        做了不能取消的
      </Button>
      <LookAgain
        id="gallery"
        open={asked}
        title="请核对"
        yes="确认保存"
        busy={false}
        onClose={() => setAsked(false)}
        onYes={() => setAsked(false)}
      >
        <View className="t-body">先说清楚会怎样，再看看，或者确认。</View>
      </LookAgain>
    </>
  )
}
