import type { Visit } from '../../../contracts/visits';
import { csvOf } from '../core/csv';
import type { Column } from '../core/csv';

const COLUMNS: Column<Visit>[] = [
  ['time', (visit) => visit.at],
  ['outcome', (visit) => visit.outcome],
  ['reason', (visit) => visit.reason],
  ['address', (visit) => visit.address],
  ['browser', (visit) => visit.browser],
  ['device', (visit) => visit.device],
  ['came from', (visit) => visit.referrer],
  ['visitor', (visit) => visit.visitor],
  ['returning', (visit) => visit.isReturning],
  ['robot', (visit) => visit.isRobot],
];

export const visitsCsv = (batches: AsyncIterable<Visit[]>) => csvOf(COLUMNS, batches);
