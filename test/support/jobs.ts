import type { App } from './app';

interface Job {
  pause(): void;
  trigger(): Promise<void>;
}

const jobOf = (app: App, name: string) =>
  app.strapi.cron.jobs.find((job) => job.name === name)!.job as unknown as Job;

/** Stops the schedule of a job: it then runs only when a test starts it. */
export const holdJob = (app: App, name: string): void => jobOf(app, name).pause();

export const runJob = (app: App, name: string): Promise<void> => jobOf(app, name).trigger();
