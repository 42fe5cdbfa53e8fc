import type { PaperAction } from '@domain/contract/functionOf'
import type { UseCasesOf } from '../entry/dispatch'
import { factMembers, factPlaces, factRecords } from './behindFacts'
import { factsOfBranch, factsOfCounty, factsOfMembers } from './factTables'
import { paperOfBranch } from './paperOfBranch'
import { paperOfCommunity } from './paperOfCommunity'
import { paperOfList } from './paperOfList'
import { paperOfOwnService } from './paperOfOwnService'
import { paperOfReceipt } from './paperOfReceipt'
import { partOfPaper } from './partOfPaper'
import { paperOfCounty } from './paperOfCounty'
import { paperOfLetter } from './paperOfLetter'
import { paperOfMeeting } from './paperOfMeeting'
import { paperOfSpan } from './paperOfSpan'
import { notice } from './notice'
import { paperOfVillage } from './paperOfVillage'
import { yearBasis } from './yearBasis'

/** What answers each action of the function `papers`: one without an answer does not compile. */
export const paperUseCases: UseCasesOf<PaperAction> = {
  'paper.ofMeeting': paperOfMeeting,
  'paper.ofBranch': paperOfBranch,
  'paper.ofSpan': paperOfSpan,
  'paper.ofCounty': paperOfCounty,
  'paper.factsOfBranch': factsOfBranch,
  'paper.factRecords': factRecords,
  'paper.factsOfMembers': factsOfMembers,
  'paper.factMembers': factMembers,
  'paper.factsOfCounty': factsOfCounty,
  'paper.factPlaces': factPlaces,
  'paper.notice': notice,
  'paper.yearBasis': yearBasis,
  'paper.ofVillage': paperOfVillage,
  'paper.ofReceipt': paperOfReceipt,
  'paper.ofOwnService': paperOfOwnService,
  'paper.ofCommunity': paperOfCommunity,
  'paper.ofLetter': paperOfLetter,
  'paper.ofList': paperOfList,
  'paper.part': partOfPaper,
}
