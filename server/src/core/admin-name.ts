export interface AdminUser {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
}

/** What a name column holds at most. */
const MAX_LENGTH = 255;

/** A user as the plugin names them: never by e-mail address. */
export function adminName(user: Partial<AdminUser>): string {
  const fullName = [user.firstname, user.lastname].filter(Boolean).join(' ').trim();
  if (fullName) return fullName.slice(0, MAX_LENGTH);
  return user.username && !user.username.includes('@') ? user.username : 'Team member';
}
