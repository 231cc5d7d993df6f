/** The widgets with a screen of their own, by the folder with their examples, and what they are called in Dutch. */
export const widgets = {
  'signal-form': 'Signaalformulier',
  'report-button': 'Meldknop',
  'quick-exit': 'Verlaatknop',
  'contact-card': 'Contactkaart',
  'meldroute-wizard': 'Meldroute-wizard',
  'risk-checklist': 'Tekenlijst',
} as const;

export type WidgetName = keyof typeof widgets;

/** The names of the widgets, in the order of the documentation. */
export const widgetNames = Object.keys(widgets) as readonly WidgetName[];

/** The name of the part of the page in which an example stands. */
export const PLACE = 'Voorbeeld';
