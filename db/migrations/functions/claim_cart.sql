-- Takes every active line out of the cart and returns it: what an order may be built from, and nothing else.
-- The rows stay, soft-deleted; a later add of the same line starts from zero. Writes: hot.session_cart.
create or replace function app.claim_cart(p_tenant uuid, p_session text, p_at timestamptz)
  returns setof hot.session_cart
  language sql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
  with claimed as (
    update hot.session_cart c set is_active = false, updated_at = p_at
    where c.tenant_id = p_tenant and c.session_id = p_session and c.is_active
    returning c.*
  )
  select * from claimed order by line_no
$$;
