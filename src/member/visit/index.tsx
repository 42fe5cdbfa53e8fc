import { useRouter } from '@tarojs/taro'
import { page } from '@/components/FreshStart/FreshStart'
import { entryCodeOf } from '@/navigation/entryCode'
import { Door } from './Door'
import { Households } from './Households'

/** 入户走访: with a door code the visit itself, without one the way to it. */
export default page(function VisitPage() {
  const { params } = useRouter()
  const code = entryCodeOf(params)
  return code ? <Door code={code.text} /> : <Households backfill={params.backfill !== undefined} />
})
