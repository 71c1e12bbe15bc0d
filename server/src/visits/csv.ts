import type { Visit } from '../../../contracts/visits';
import { cell } from '../links/api/csv';

const COLUMNS: [string, (visit: Visit) => string | boolean | null][] = [
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

/** RFC 4180, a piece at a time, with a mark at the start that tells spreadsheets it is UTF-8. */
export async function* visitsCsv(batches: AsyncIterable<Visit[]>): AsyncGenerator<string> {
  yield `\uFEFF${COLUMNS.map(([name]) => name).join(',')}\r\n`;
  for await (const visits of batches) {
    yield visits
      .map((visit) => `${COLUMNS.map(([, read]) => cell(read(visit))).join(',')}\r\n`)
      .join('');
  }
}
