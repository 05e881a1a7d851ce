// Which pages has the panel, and who may see them? React-admin keeps the data, the rights and the routes; the frame and
// the look are the house's own.
import { ThemeProvider } from '@mui/material/styles'
import { lazy, Suspense, type ReactElement, type ReactNode } from 'react'
import { CoreAdminContext, CoreAdminUI, CustomRoutes, defaultI18nProvider, memoryStore, Resource } from 'react-admin'
import { Route } from 'react-router-dom'
import { ArticleEdit } from './articles/ArticleEdit.tsx'
import { ArticleList } from './articles/ArticleList.tsx'
import { ArticleShow } from './articles/ArticleShow.tsx'
import { access } from './archive/access.ts'
import { archive } from './archive/provider.ts'
import { queries } from './archive/queries.ts'
import { Allowed } from './frame/Allowed.tsx'
import { Denied } from './frame/Denied.tsx'
import { Frame } from './frame/Frame.tsx'
import { Lost } from './frame/Lost.tsx'
import { Broken } from './frame/Broken.tsx'
import { useTheme } from './frame/theme.ts'
import { SettingsPage } from './machinery/SettingsPage.tsx'
import { TasksPage } from './machinery/TasksPage.tsx'
import { KeysPage } from './people/KeysPage.tsx'
import { SignInPage } from './people/SignInPage.tsx'
import { UsersPage } from './people/UsersPage.tsx'
import { Skeleton } from './states/Skeleton.tsx'
import { ReportPage } from './uploads/ReportPage.tsx'
import { UploadPage } from './uploads/UploadPage.tsx'
import { UploadsPage } from './uploads/UploadsPage.tsx'

const Dashboard = lazy(async () => ({ default: (await import('./dashboard/Dashboard.tsx')).Dashboard }))
const ClustersPage = lazy(async () => ({ default: (await import('./clusters/ClustersPage.tsx')).ClustersPage }))
const ClusterPage = lazy(async () => ({ default: (await import('./clusters/ClusterPage.tsx')).ClusterPage }))
const HistoryPage = lazy(async () => ({ default: (await import('./history/HistoryPage.tsx')).HistoryPage }))
const ExclusionsPage = lazy(async () => ({ default: (await import('./history/ExclusionsPage.tsx')).ExclusionsPage }))
const ComparePage = lazy(async () => ({ default: (await import('./compare/ComparePage.tsx')).ComparePage }))
const ReviewEntry = lazy(async () => ({ default: (await import('./review/EntryPage.tsx')).EntryPage }))
const ReviewEnd = lazy(async () => ({ default: (await import('./review/EndPage.tsx')).EndPage }))
const ReviewPage = lazy(async () => ({ default: (await import('./review/ReviewPage.tsx')).ReviewPage }))
const RehearsalPage = lazy(async () => ({ default: (await import('./rehearsal/RehearsalPage.tsx')).RehearsalPage }))

const SplitPage = lazy(async () => ({ default: (await import('./rehearsal/SplitPage.tsx')).SplitPage }))

const store = memoryStore()

export function App(): ReactElement {
  const theme = useTheme()
  return (
    <CoreAdminContext authProvider={access} dataProvider={archive} i18nProvider={defaultI18nProvider} queryClient={queries} store={store}>
      <ThemeProvider theme={theme}>
        <CoreAdminUI disableTelemetry requireAuth title="Copydesk" layout={Frame} loginPage={SignInPage} dashboard={DashboardPage} catchAll={Lost} accessDenied={Denied} error={Broken} loading={Waiting}>
          <Resource name="articles" list={ArticleList} show={ArticleShow} edit={ArticleEdit} recordRepresentation="headline" />
          <CustomRoutes>
            <Route path="/uploads" element={<UploadsPage />} />
            <Route path="/uploads/new" element={may('documents', 'upload', <UploadPage />)} />
            <Route path="/uploads/rehearsal" element={may('documents', 'upload', later(<RehearsalPage />))} />
            <Route path="/uploads/:id" element={<ReportPage />} />
            <Route path="/uploads/:id/show" element={<ReportPage />} />
            <Route path="/clusters" element={may('clusters', 'list', later(<ClustersPage />))} />
            <Route path="/clusters/:id" element={may('clusters', 'list', later(<ClusterPage />))} />
            <Route path="/decisions" element={may('decisions', 'list', later(<HistoryPage />))} />
            <Route path="/exclusions" element={may('decisions', 'list', later(<ExclusionsPage />))} />
            <Route path="/compare/:a/:b" element={later(<ComparePage />)} />
            <Route path="/review" element={may('decisions', 'make', later(<ReviewEntry />))} />
            <Route path="/review/end" element={may('decisions', 'make', later(<ReviewEnd />))} />
            <Route path="/review/:clusterId" element={may('decisions', 'make', later(<ReviewPage />))} />
            <Route path="/files/:id/split" element={may('documents', 'reading', later(<SplitPage />))} />
            <Route path="/tasks" element={may('system', 'list', <TasksPage />)} />
            <Route path="/settings" element={may('system', 'list', <SettingsPage />)} />
            <Route path="/users" element={may('users', 'list', <UsersPage />)} />
            <Route path="/keys" element={may('keys', 'list', <KeysPage />)} />
          </CustomRoutes>
        </CoreAdminUI>
      </ThemeProvider>
    </CoreAdminContext>
  )
}

function Waiting(): ReactElement {
  return <Skeleton />
}

function DashboardPage(): ReactElement {
  return later(<Dashboard />)
}

function may(resource: string, action: string, page: ReactNode): ReactElement {
  return (
    <Allowed resource={resource} action={action}>
      {page}
    </Allowed>
  )
}

function later(page: ReactNode): ReactElement {
  return <Suspense fallback={<Skeleton />}>{page}</Suspense>
}
