import type { Messages } from './en.js';

export const es: Messages = {
  $code: 'es',
  $name: 'Español',
  $dir: 'ltr',
  takeaways: 'Puntos clave',
  faq: 'Preguntas frecuentes',
  expandAll: 'Abrir todo',
  collapseAll: 'Cerrar todo',
  copyLink: (question) => `Copiar enlace: ${question}`,
  linkCopied: 'Enlace copiado',
  linkInAddress: 'El enlace está en la barra de direcciones',
  comparison: 'Comparar las opciones',
  question: 'Pregunta',
  notStated: 'No se indica',
  disclaimer: 'Aviso médico',
  disclaimerText:
    'Esta información es general: no es consejo médico, diagnóstico ni tratamiento. No sustituye la evaluación de un médico cualificado. Las decisiones dependen de su propia historia y hallazgos clínicos.',
  dismiss: 'Cerrar aviso',
};
