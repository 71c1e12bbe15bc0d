export interface AdminUser {
  id: number;
  documentId?: string;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
}

/** The maximum length of a name column. */
const MAX_LENGTH = 255;

/** The name of a user for the plugin. It is never an e-mail address. */
export function adminName(user: Partial<AdminUser>): string {
  const fullName = [user.firstname, user.lastname].filter(Boolean).join(' ').trim();
  if (fullName) return fullName.slice(0, MAX_LENGTH);
  return user.username && !user.username.includes('@') ? user.username : 'Team member';
}
