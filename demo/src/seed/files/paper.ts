import PDFDocument from 'pdfkit';

const margin = 56;
const pageSize = { width: 595.28, height: 841.89 };
const textWidth = pageSize.width - margin * 2;

const INK = '#1f2430';
const MUTED = '#6b7280';

interface Heading {
  title: string;
  subtitle: string;
  color: string;
}

export interface Section {
  heading: string;
  paragraphs?: string[];
  bullets?: string[];
  table?: string[][];
}

const drawBand = (paper: PDFKit.Document, { title, subtitle, color }: Heading) => {
  paper.rect(0, 0, pageSize.width, 118).fill(color);
  paper.fillColor('#ffffff').font('Helvetica').fontSize(10).text('Nordlys Studio', margin, 30);
  paper.font('Helvetica-Bold').fontSize(20).text(title, margin, 48, { width: textWidth });
  paper.font('Helvetica').fontSize(11).text(subtitle, margin, 88, { width: textWidth });
  paper.y = 150;
};

const drawTable = (paper: PDFKit.Document, rows: string[][]) => {
  const columns = rows[0]?.length ?? 1;
  // The first column contains the long text.
  const first = textWidth * 0.5;
  const rest = columns > 1 ? (textWidth - first) / (columns - 1) : 0;
  rows.forEach((row, index) => {
    const top = paper.y;
    const font = index === 0 ? 'Helvetica-Bold' : 'Helvetica';
    let bottom = top;
    row.forEach((cell, column) => {
      const x = column === 0 ? margin : margin + first + (column - 1) * rest;
      const width = (column === 0 ? first : rest) - 8;
      paper.font(font).fontSize(9.5).fillColor(INK).text(cell, x, top, { width });
      bottom = Math.max(bottom, paper.y);
    });
    paper.y = bottom + 8;
    paper
      .moveTo(margin, bottom + 3)
      .lineTo(margin + textWidth, bottom + 3)
      .lineWidth(0.5)
      .strokeColor('#d5d9e2')
      .stroke();
  });
  paper.moveDown(0.6);
};

const drawSection = (paper: PDFKit.Document, section: Section, color: string) => {
  paper
    .font('Helvetica-Bold')
    .fontSize(13)
    .fillColor(color)
    .text(section.heading, margin, paper.y + 6, { width: textWidth });
  paper.moveDown(0.4).font('Helvetica').fontSize(10.5).fillColor(INK);
  section.paragraphs?.forEach((text) => {
    paper.text(text, margin, paper.y, { width: textWidth, lineGap: 2 }).moveDown(0.5);
  });
  section.bullets?.forEach((text) => {
    paper.text(`•  ${text}`, margin, paper.y, { width: textWidth, lineGap: 2 }).moveDown(0.25);
  });
  if (section.table) drawTable(paper, section.table);
  paper.moveDown(0.6);
};

/** Makes a PDF, with one inner array for each page. */
export const pdf = (heading: Heading, pages: Section[][]): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const paper = new PDFDocument({
      size: 'A4',
      margins: { top: margin, bottom: 40, left: margin, right: margin },
      autoFirstPage: false,
      info: { Title: heading.title, Author: 'Nordlys Studio' },
    });
    const chunks: Buffer[] = [];
    paper.on('data', (chunk) => chunks.push(chunk));
    paper.on('end', () => resolve(Buffer.concat(chunks)));
    paper.on('error', reject);
    pages.forEach((sections, index) => {
      paper.addPage();
      drawBand(paper, heading);
      sections.forEach((section) => drawSection(paper, section, heading.color));
      paper
        .font('Helvetica')
        .fontSize(8.5)
        .fillColor(MUTED)
        .text(`Page ${index + 1} of ${pages.length}`, margin, pageSize.height - 54);
    });
    paper.end();
  });
