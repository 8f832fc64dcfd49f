// The bare address leads to where one's work is.
import { Navigate } from '@tanstack/react-router';
import { useSession } from '../session/index.ts';
import { homeFor } from './places.ts';

export function HomePage() {
  return <Navigate to={homeFor(useSession())} replace />;
}
