import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useTranslate } from '../../utils/translations';
import { labelledPoints, scaleOf } from './chart';
import type { Point } from './chart';
import { Bars, Names, Plot, Scale } from './chartStyles';
import { ChartTable } from './ChartTable';

/** The share of its place that a bar fills; the rest is the gap between bars. */
const BAR = 0.7;
const LABELS = 6;

interface DayChartProps {
  points: Point[];
  /** Whether a bar is a week and not a day. */
  isByWeek: boolean;
}

/** Draws views and refusals as a bar for each day or week, and offers the numbers as a table. */
export function DayChart({ points, isByWeek }: DayChartProps) {
  const t = useTranslate();
  const { formatDate, formatNumber } = useIntl();
  const { max, lines } = scaleOf(points);
  const share = (count: number) => `${(count / max) * 100}%`;
  const width = 100 / points.length;
  const short = (count: number) => formatNumber(count, { notation: 'compact' });
  const named = labelledPoints(points.length, LABELS);
  const dayName = (day: string, format: 'short' | 'long') =>
    formatDate(day, {
      timeZone: 'UTC',
      day: 'numeric',
      month: format,
      ...(format === 'long' ? { year: 'numeric' } : {}),
    });
  const rowName = (day: string) =>
    isByWeek ? t('visits.chart.week', { day: dayName(day, 'long') }) : dayName(day, 'long');
  const sum = points.reduce((total, { opened }) => total + opened, 0);
  const refused = points.reduce((total, point) => total + point.refused, 0);
  const placeOf = (index: number) => (index + 0.5) * width;

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={4} wrap="wrap" aria-hidden>
        <Swatch color="primary600">{t('visits.views')}</Swatch>
        {refused > 0 ? <Swatch color="danger500">{t('visits.refused')}</Swatch> : null}
      </Flex>
      <Plot>
        <Scale aria-hidden data-longest={short(max)}>
          {[0, ...lines].map((line) => (
            <span key={line} style={{ insetBlockEnd: share(line) }}>
              {short(line)}
            </span>
          ))}
        </Scale>
        <Bars
          role="img"
          aria-label={t('visits.chart.label', {
            from: dayName(points[0]!.day, 'long'),
            views: sum,
            refused,
          })}
        >
          {lines.map((line) => (
            <line
              key={line}
              className="line"
              x1="0"
              x2="100%"
              y1={`${100 - (line / max) * 100}%`}
              y2={`${100 - (line / max) * 100}%`}
            />
          ))}
          {points.map((point, index) => (
            <g key={point.day} aria-hidden>
              <title>
                {t('visits.chart.point', {
                  day: rowName(point.day),
                  views: point.opened,
                  visitors: point.visitors,
                  refused: point.refused,
                })}
              </title>
              <rect
                className="place"
                x={`${index * width}%`}
                y="0"
                width={`${width}%`}
                height="100%"
              />
              <Bar className="opened" center={placeOf(index)} width={width} max={max}>
                {[0, point.opened]}
              </Bar>
              <Bar className="refused" center={placeOf(index)} width={width} max={max}>
                {[point.opened, point.opened + point.refused]}
              </Bar>
            </g>
          ))}
          <line className="ground" x1="0" x2="100%" y1="100%" y2="100%" />
        </Bars>
        <Names aria-hidden>
          {named.map((index) => (
            <span
              key={index}
              data-edge={edgeOf(placeOf(index))}
              style={{ insetInlineStart: `${placeOf(index)}%` }}
            >
              {dayName(points[index]!.day, 'short')}
            </span>
          ))}
        </Names>
      </Plot>
      <ChartTable points={points} rowName={rowName} isByWeek={isByWeek} />
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('visits.chart.utc')}
      </Typography>
    </Flex>
  );
}

interface BarProps {
  className: string;
  /** Middle of the bar, in percent of the chart; `width` is that of its place. */
  center: number;
  width: number;
  max: number;
  /** The lower and the upper end of the bar, in visits. */
  children: [number, number];
}

function Bar({ className, center, width, max, children: [from, to] }: BarProps) {
  if (to === from) return null;
  return (
    <rect
      className={className}
      x={`${center - (width * BAR) / 2}%`}
      width={`${width * BAR}%`}
      y={`${100 - (to / max) * 100}%`}
      height={`${((to - from) / max) * 100}%`}
    />
  );
}

function edgeOf(place: number): 'start' | 'end' | undefined {
  if (place < 6) return 'start';
  return place > 94 ? 'end' : undefined;
}

interface SwatchProps {
  color: 'primary600' | 'danger500';
  children: string;
}

/** Says what a colour of the chart means. */
function Swatch({ color, children }: SwatchProps) {
  return (
    <Flex gap={2}>
      <Box width="1.2rem" height="1.2rem" background={color} style={{ borderRadius: '2px' }} />
      <Typography variant="pi" textColor="neutral700">
        {children}
      </Typography>
    </Flex>
  );
}
