-- The hot rows of a session as one document: the data of a snapshot event.
create or replace function app.session_snapshot(p_tenant uuid, p_session text) returns jsonb
  language sql stable
  set search_path = pg_catalog, app, pg_temp
as $$
  select jsonb_build_object(
    'state', (select to_jsonb(s) - 'tenant_id' - 'session_id' - 'version'
              from hot.session_state s where s.tenant_id = p_tenant and s.session_id = p_session),
    'cart', (select coalesce(jsonb_agg(to_jsonb(c) - 'tenant_id' - 'session_id' order by c.line_no), '[]')
             from hot.session_cart c where c.tenant_id = p_tenant and c.session_id = p_session),
    'checkout', (select to_jsonb(k) - 'tenant_id' - 'session_id'
                 from hot.session_checkout k where k.tenant_id = p_tenant and k.session_id = p_session))
$$;
