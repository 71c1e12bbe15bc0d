/** pdfkit has no types. These are the parts that the seed uses. */
declare namespace PDFKit {
  interface TextOptions {
    width?: number;
    lineGap?: number;
  }

  interface DocumentOptions {
    size?: string;
    margins?: { top: number; bottom: number; left: number; right: number };
    autoFirstPage?: boolean;
    info?: { Title?: string; Author?: string };
  }

  interface Document {
    y: number;
    addPage(): this;
    end(): void;
    fill(color: string): this;
    fillColor(color: string): this;
    font(name: string): this;
    fontSize(size: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(width: number): this;
    moveDown(lines?: number): this;
    moveTo(x: number, y: number): this;
    on(event: 'data', listener: (chunk: Buffer) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    rect(x: number, y: number, width: number, height: number): this;
    stroke(): this;
    strokeColor(color: string): this;
    text(text: string, x?: number, y?: number, options?: TextOptions): this;
  }
}

declare module 'pdfkit' {
  const PDFDocument: new (options?: PDFKit.DocumentOptions) => PDFKit.Document;
  export = PDFDocument;
}
