import { handleAuth } from '@/server/access/auth-handler';
import { joinByVerifiedEmail } from '@/server/modules/invitation/service';

const serve = (request: Request) => handleAuth(request, joinByVerifiedEmail);

export { serve as GET, serve as POST };
