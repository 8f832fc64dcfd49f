// The ui kit: knows no feature. Its look is in ../look/*.css; its words in ../texts/*.ui.ts.
export { Button, IconButton, type ButtonProps } from './button.tsx';
export { CheckboxGroup, RadioGroup, type CheckboxGroupProps, type Choice, type RadioGroupProps } from './choices.tsx';
export { Chip, ClauseChip, type Tone } from './chip.tsx';
export { CopyButton } from './copy-button.tsx';
export { ConfirmDialog, Dialog, type ConfirmDialogProps, type DialogProps } from './dialog.tsx';
export { Icon, type IconName } from './icon.tsx';
export { Banner, EmptyState, ProblemNotice, type BannerProps, type BannerTone, type ShownProblem } from './notices.tsx';
export { Code, Facts, PageHeader, Panel, type Fact, type PageHeaderProps, type PanelProps } from './page.tsx';
export { Pager, type PagerProps } from './pager.tsx';
export { ProgressBar, type ProgressBarProps } from './progress-bar.tsx';
export { RocDatePicker, type DayValue, type RocDatePickerProps } from './roc-date-picker.tsx';
export { isUsable, RocDateRange, type DayRange, type RocDateRangeProps, type UsableRange } from './roc-date-range.tsx';
export { Select, type SelectProps } from './select.tsx';
export { BarLegend, StackedBar, type BarPart, type StackedBarProps } from './stacked-bars.tsx';
export { Table, type Column, type TableProps } from './table.tsx';
export { TextField, type TextFieldProps } from './text-field.tsx';
export { ToastProvider, useToast } from './toast.tsx';
export { Watermark } from './watermark.tsx';
