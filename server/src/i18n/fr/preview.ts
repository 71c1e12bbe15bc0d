import type { PreviewTexts } from '../en/preview';

export const preview: PreviewTexts = {
  lang: 'fr',
  name: 'Aperçu',
  label: 'Aperçu',
  note: 'vous seul voyez cette barre ; les visites ne sont pas comptées',
  visitors: 'Visiteurs',
  open: 'voient cette page',
  password: 'saisissent d’abord un mot de passe',
  closed: {
    plan: 'ne voient encore rien ; le lien n’est pas créé',
    lockedPlan: 'ne voient encore rien ; le lien n’est pas créé et demandera un mot de passe',
    scheduled: 'ne voient encore rien ; le lien s’ouvre plus tard',
    paused: 'ne voient rien pour l’instant ; le lien est en pause',
    expired: 'ne voient plus rien ; le lien a expiré',
    exhausted: 'les nouveaux ne voient rien ; toutes les places du lien sont prises',
    suspended: 'ne voient rien pour l’instant ; le lien est suspendu',
    'type-disabled':
      'ne voient rien pour l’instant ; les entrées de ce type ne peuvent pas être partagées',
    'policy-off': 'ne voient rien pour l’instant ; la politique de partage est « Désactivé »',
    'site-paused': 'ne voient rien pour l’instant ; tout partage du site est en pause',
    unpublished: 'ne voient rien pour l’instant ; l’entrée n’est pas publiée',
    'entry-gone': 'ne voient rien pour l’instant ; il n’y a rien à montrer',
    other: 'ne voient rien pour l’instant',
  },
  ended: {
    title: 'Cet aperçu est terminé',
    reason: 'Un aperçu s’ouvre pendant dix minutes, pour la personne qui l’a demandé.',
    advice: 'Ouvrez-le à nouveau depuis le panneau.',
  },
  empty: {
    title: 'Rien à montrer pour l’instant',
    reason:
      'Le lien montre une version de l’entrée qui n’existe pas, par exemple la version publiée d’une entrée non publiée.',
    advice: 'Publiez l’entrée, ou choisissez une autre version pour le lien.',
  },
};
